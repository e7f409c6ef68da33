using System.Buffers;
using System.Text;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// Projected nodes to HTML. Everything is escaped, and elements and attributes are asked of <see cref="HtmlVocabulary"/> once more, so that
/// a node with a wrong name is left out rather than written.
/// </summary>
internal sealed class HtmlWriter(
    IReadOnlyDictionary<HeadingNode, string> anchors, Func<LinkNode, string?> link, Func<ImageNode, string?> image)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\0\r");

    private readonly StringBuilder html = new();
    private bool insideLink;

    public string Write(IEnumerable<Node> nodes)
    {
        WriteAll(nodes, "");
        return html.ToString();
    }

    private void WriteAll(IEnumerable<Node> nodes, string parent)
    {
        foreach (var node in nodes)
        {
            Write(node, parent);
        }
    }

    private void Write(Node node, string parent)
    {
        switch (node)
        {
            case TextNode text when HtmlVocabulary.Allows(parent, ""):
                html.Append(Escape(text.Text));
                break;
            case HeadingNode heading:
                WriteElement($"h{heading.Level}", [KeyValuePair.Create("id", Anchors.Prefix + anchors[heading])], heading.Children, parent);
                break;
            case CodeNode code when HtmlVocabulary.Allows(parent, "pre"):
                html.Append("<pre><code").Append(code.Language.Length == 0 ? "" : $" class=\"language-{Escape(code.Language)}\"")
                    .Append('>');
                html.Append(Escape(code.Text)).Append("</code></pre>\n");
                break;
            case LinkNode target when !insideLink && link(target) is { } address:
                insideLink = true;
                WriteElement("a", [KeyValuePair.Create("href", address)], target.Children, parent);
                insideLink = false;
                break;
            case LinkNode target:
                WriteAll(target.Children, parent);
                break;
            case ImageNode picture:
                WriteImage(picture, parent);
                break;
            case ElementNode element:
                WriteElement(element.Tag, element.Attributes, element.Children, parent);
                break;
        }
    }

    private void WriteElement(string tag, IEnumerable<KeyValuePair<string, string>> attributes, IReadOnlyList<Node> children, string parent)
    {
        if (!HtmlVocabulary.Has(tag) || !HtmlVocabulary.Allows(parent, tag))
        {
            return;
        }

        html.Append('<').Append(tag);
        foreach (
            var (name, value) in attributes.Where(attribute => HtmlVocabulary.Allows(tag, attribute.Key, attribute.Value))
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            html.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
        }

        html.Append('>');
        if (!HtmlVocabulary.Void.Contains(tag))
        {
            WriteAll(
                tag == "li" && children is [ElementNode { Tag: "p" } only, ..] ? [.. only.Children, .. children.Skip(1)] : children, tag);
            html.Append("</").Append(tag).Append('>');
        }

        if (HtmlVocabulary.Block.Contains(tag) || HtmlVocabulary.Parts.ContainsKey(tag))
        {
            html.Append('\n');
        }
    }

    private void WriteImage(ImageNode picture, string parent)
    {
        if (image(picture) is not { } source)
        {
            html.Append(Escape(picture.Alt));
            return;
        }

        var attributes = new List<KeyValuePair<string, string>> { new("src", source), new("alt", picture.Alt) };
        attributes.AddRange(picture.Width is { } width ? [new("width", $"{width}")] : []);
        attributes.AddRange(picture.Height is { } height ? [new("height", $"{height}")] : []);
        WriteElement("img", attributes, [], parent);
    }

    internal static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\0' => "\uFFFD",
                '\r' => "",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
