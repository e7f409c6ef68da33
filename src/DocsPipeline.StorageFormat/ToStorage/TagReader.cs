using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// An HTML tag of the Markdown, around storage, back to the element it stands for. Tags that have no place in storage leave their content.
/// </summary>
internal static class TagReader
{
    /// <summary>Whether a tag without attributes is the element of the same name; a mark around paragraphs is not.</summary>
    public static bool IsKept(string name, ReadOnlySpan<char> body) => ElementNames.Of(name) is var element
        && (element is (>= Element.P and <= Element.Ol) or Element.Tr
            || (element is >= Element.Strong and <= Element.Font && !LooseText.MayHoldBlock(body)));

    public static string Read(StorageSession session, HtmlTag tag, string body, bool inBlock)
    {
        if (tag["data-element"] is { } element)
        {
            return StorageElement.IsName(element) ? StorageElement.Of(element, Attributes(session, tag), body) : body;
        }

        if (tag[AdfNode.Tag] is { } node)
        {
            return AdfStorage.Node(
                AttributeText.DecodeName(node), tag.Attributes.FindAll(static attribute => attribute.Key != AdfNode.Tag), body);
        }

        if (session.Macros.ReadTag(session, tag, body) is { } macro)
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
                return FigureReader.Read(body);
            case "figcaption":
                return FigureReader.Caption(session, body);
            case "span" when tag["data-emoji"] is not null:
                return EmoticonReader.Read(tag, body);
            case "time" when tag["datetime"] is { } date && StorageElement.PlainText(body).Trim() is var text
                && (text == date || text.Length == 0):
                return StorageElement.Of("time", Attributes(session, tag), "");
            case "br" when !inBlock && body.Length == 0 && tag.Attributes.Count == 0:
                return "<br />";
            case "summary":
                return $"<summary>{body}</summary>";
            case "ul" when tag[TaskTags.List] is { } listId:
                return TaskStorage.List(listId, body.Trim());
            case "li" when tag[TaskTags.Task] is not null || IsInTasks(session):
                return TaskStorage.Item(session, tag[TaskTags.Task], tag[TaskTags.Uuid], body);
            case "td" or "th" when tag["class"] == "numberingColumn":
                return StorageElement.Of(tag.Name, Attributes(session, tag), body.Trim());
            case "td" or "th" or "li" or "blockquote" or "dd":
                return StorageElement.Of(tag.Name, Attributes(session, tag), StorageElement.Wrap(body));
            case "caption":
                return $"<caption>{StorageElement.Wrap(body)}</caption>";
            case "table":
                // A table of a page has no title; GitHub shows it above.
                var above = Caption(ref body);
                return above + StorageElement.Of("table", Attributes(session, tag), Rows(body));
            case "tbody" or "thead" or "tfoot":
                return StorageElement.Of(tag.Name, Attributes(session, tag), body.Trim());
            default:
                var known = ElementNames.Of(tag.Name);
                return known is not (>= Element.P and < Element.Macro) ? body
                    : ElementPlacement.IsInline(known) && LooseText.Marked(tag.Name, Attributes(session, tag), body) is { } marked ? marked
                    : StorageElement.Of(tag.Name, Attributes(session, tag), body);
        }
    }

    /// <summary>Whether the list around is one of tasks: an item that a person puts into it is a task without an id.</summary>
    private static bool IsInTasks(StorageSession session) =>
        session.Frames.FindLast(static frame => frame.Name is "ul" or "ol") is { Tag: { } list } && list[TaskTags.List] is not null;

    private static string Attributes(StorageSession session, HtmlTag tag)
    {
        const string Kept = "data-attr-";
        var text = new StringBuilder();
        var seen = new HashSet<string>();
        foreach (var (key, value) in tag.Attributes)
        {
            var name = key == "align" ? "style" : key.StartsWith(Kept, StringComparison.Ordinal) ? key[Kept.Length..] : key;
            if (key == "data-element" || !StorageElement.IsName(name) || !seen.Add(name))
            {
                continue;
            }

            var restored = key == "align" ? $"text-align: {value};" : session.Restored(value);
            text.Append(' ').Append(name).Append("=\"").Append(Entities.EncodeAttribute(restored)).Append('"');
        }

        return text.ToString();
    }

    private static string Caption(ref string body)
    {
        const string End = "</caption>";
        var end = body.IndexOf(End, StringComparison.Ordinal);
        if (end < 0 || !body.AsSpan().TrimStart().StartsWith("<caption>"))
        {
            return "";
        }

        var caption = body[..end].TrimStart()["<caption>".Length..];
        body = body[(end + End.Length)..];
        return caption;
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
            var isRow = tree.ElementOf(child) == Element.Tr;
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

        tree.Release();
        return rows.Length > 0 ? storage.Append("<tbody>").Append(rows).Append("</tbody>").ToString() : storage.ToString();
    }
}
