using System.Text;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Reading;

/// <summary>An HTML tag of the Markdown, around storage, back to the element it stands for. Tags that have no place in storage leave their content.</summary>
internal static class TagReader
{
    public static string Read(ImportSession session, HtmlTag tag, string body, bool inBlock)
    {
        if (tag["data-element"] is { } element)
        {
            return IsName(element) ? Element(element, Attributes(tag), body) : body;
        }

        if (MacroForms.ReadTag(tag, body) is { } macro)
        {
            return macro;
        }

        switch (tag.Name)
        {
            case "a":
                return LinkReader.ReadTag(session, tag, body);
            case "img":
                return ImageReader.ReadTag(session, tag);
            case "figure":
                return ImageReader.ReadFigure(body);
            case "figcaption":
                return $"<ac:caption>{Wrap(body)}</ac:caption>";
            case "span" when tag["data-emoji"] is not null:
                return EmoticonReader.Read(tag, body);
            case "time" when tag["datetime"] is { } date && PlainText(body).Trim() is var text && (text == date || text.Length == 0):
                return Element("time", Attributes(tag), "");
            case "br" when !inBlock && body.Length == 0 && tag.Attributes.Count == 0:
                return "<br />";
            case "summary":
                return $"<summary>{body}</summary>";
            case "td" or "th" when tag["class"] == "numberingColumn":
                return Element(tag.Name, Attributes(tag), body.Trim());
            case "td" or "th" or "li" or "caption" or "blockquote" or "dd":
                return Element(tag.Name, Attributes(tag), Wrap(body));
            case "table":
                return Element("table", Attributes(tag), Rows(body));
            case "tbody" or "thead" or "tfoot":
                return Element(tag.Name, Attributes(tag), body.Trim());
            default:
                var known = ElementNames.Of(tag.Name);
                return known is >= Scanning.Element.P and < Scanning.Element.Macro ? Element(tag.Name, Attributes(tag), body) : body;
        }
    }

    public static string Element(string name, string attributes, string body) =>
        body.Length == 0 ? $"<{name}{attributes} />" : $"<{name}{attributes}>{body}</{name}>";

    /// <summary>Text that stands in a cell, item or caption gets the paragraph that storage wants there.</summary>
    public static string Wrap(string body)
    {
        var text = body.Trim([' ', '\n', '\t']);
        if (text.Length == 0)
        {
            return "<p />";
        }

        if (StorageScanner.Scan(text, out _) is not { } tree)
        {
            return text;
        }

        var inline = false;
        for (var child = tree[0].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = Inlines.PlacementOf(tree, child);
            inline |= placement == Placement.Inline;
            if (placement == Placement.Block)
            {
                return text;
            }
        }

        return inline ? $"<p>{text}</p>" : text;
    }

    /// <summary>The text of a stretch of storage.</summary>
    public static string PlainText(string storage) =>
        StorageScanner.Scan(storage, out _) is { } tree ? tree.Text(0) : storage;

    /// <summary>Whether a name may stand in a tag of any page. One with a prefix of the page's own may not: the page that is written may not declare it.</summary>
    public static bool IsName(string name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? IsLocalName(name) : TagScanner.IsDeclared(name.AsSpan(0, colon)) && IsLocalName(name.AsSpan(colon + 1));
    }

    private static bool IsLocalName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_');
    }

    private static string Attributes(HtmlTag tag)
    {
        const string Kept = "data-attr-";
        var text = new StringBuilder();
        var seen = new HashSet<string>();
        foreach (var (key, value) in tag.Attributes)
        {
            var name = key == "align" ? "style" : key.StartsWith(Kept, StringComparison.Ordinal) ? key[Kept.Length..] : key;
            if (key == "data-element" || !IsName(name) || !seen.Add(name) || (name == key && key.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var restored = key == "align" ? $"text-align: {value};" : LinkSafety.Restore(value ?? "");
            text.Append(' ').Append(name).Append("=\"").Append(MacroAttributes.Attribute(restored)).Append('"');
        }

        return text.ToString();
    }

    /// <summary>Storage always has a body around the rows; HTML of ours leaves it out.</summary>
    private static string Rows(string body)
    {
        if (StorageScanner.Scan(body, out _) is not { } tree)
        {
            return body;
        }

        var storage = new StringBuilder();
        var rows = new StringBuilder();
        for (var child = tree[0].FirstChild; child != 0; child = tree[child].Next)
        {
            var isRow = tree.ElementOf(child) == Scanning.Element.Tr;
            if (!isRow && rows.Length > 0 && !tree.IsBlank(child))
            {
                storage.Append("<tbody>").Append(rows).Append("</tbody>");
                rows.Clear();
            }

            if (!tree.IsBlank(child))
            {
                (isRow ? rows : storage).Append(tree.Outer(child));
            }
        }

        return rows.Length > 0 ? storage.Append("<tbody>").Append(rows).Append("</tbody>").ToString() : storage.ToString();
    }
}
