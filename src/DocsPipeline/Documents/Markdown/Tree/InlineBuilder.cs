using System.Text.RegularExpressions;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>The same for the text inside blocks.</summary>
internal sealed partial class InlineBuilder(ICollection<MarkdownFault> faults)
{
    public IReadOnlyList<Node> Build(ContainerInline? container, Readers readers, string parent = "span")
    {
        var stack = new NodeStack(readers, faults, parent);
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is HtmlInline html)
            {
                foreach (var token in HtmlTokenizer.Cut(html.Tag))
                {
                    stack.AddRaw(token, html.Span.Start);
                }
            }
            else if (inline is LinkInline { IsImage: true } image)
            {
                stack.Add(Image(image, readers));
            }
            else
            {
                stack.Add(Build(inline, readers));
            }
        }

        return stack.Finish();
    }

    private Node Build(Inline inline, Readers readers) => inline switch
    {
        LiteralInline literal => new TextNode(literal.Content.ToString(), readers, Of(inline)),
        EmphasisInline emphasis when TagOf(emphasis) is { } tag =>
            new ElementNode(tag, [], Build(emphasis, readers, tag), readers, Of(inline)),
        CodeInline code => new ElementNode("code", [], [new TextNode(Content(code), readers, Of(inline))], readers, Of(inline)),
        LineBreakInline { IsHard: true } => new ElementNode("br", [], [], readers, Of(inline)),
        LineBreakInline => new TextNode("\n", readers, Of(inline)),
        HtmlEntityInline entity => new TextNode(entity.Transcoded.ToString(), readers, Of(inline)),
        AutolinkInline auto =>
            new LinkNode(
                auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, [new TextNode(auto.Url, readers, Of(inline))], readers, Of(inline)),
        LinkInline link => new LinkNode(Url(link), Build(link, readers, "span"), readers, PlaceOfUrl(link)),
        TaskList task => Task(task.Checked, readers, Of(inline)),
        _ => new HiddenNode(Of(inline)),
    };

    // In a table a backslash before a pipe belongs to the table, even where code would keep it.
    private static string Content(CodeInline code)
    {
        Inline root = code;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root is ContainerInline { ParentBlock.Parent: TableCell } ? code.Content.Replace("\\|", "|", StringComparison.Ordinal)
            : code.Content;
    }

    // The image's attributes may follow it in braces: ![chart](chart.png){width=400}
    private static ImageNode Image(LinkInline image, Readers readers)
    {
        int? width = null, height = null;
        if (image.NextSibling is LiteralInline next && Braces().Match(next.Content.ToString()) is { Success: true } braces)
        {
            width = RawElement.Pixels(Width().Match(braces.Value).Groups[1].Value);
            height = RawElement.Pixels(Height().Match(braces.Value).Groups[1].Value);
            next.Content.Start += braces.Length;
        }

        var alt = string.Concat(image.Descendants().Select(child => child switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        }));
        return new ImageNode(Url(image), alt, width, height, readers, PlaceOfUrl(image));
    }

    private static ElementNode Task(bool done, Readers readers, Place place) => new("span",
        [KeyValuePair.Create("aria-label", done ? "done" : "open"), KeyValuePair.Create("class", "task"),
            KeyValuePair.Create("role", "img")],
        [new TextNode(done ? "☑" : "☐", readers, place)], readers, place);

    private static string? TagOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('*' or '_', 1) => "em",
        ('*' or '_', 2) => "strong",
        ('~', _) => "del",
        _ => null,
    };

    private static string Url(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    private static Place PlaceOfUrl(LinkInline link) =>
        link.Reference is null && link.UrlSpan is { IsEmpty: false, Start: > 0 } url ? new Place(url.Start, url.Length) : Of(link);

    private static Place Of(MarkdownObject node) => new(Math.Max(0, node.Span.Start), Math.Max(1, node.Span.Length));

    [GeneratedRegex(@"^\{[^{}\n]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex("\\bwidth=\"?([0-9]+)")]
    private static partial Regex Width();

    [GeneratedRegex("\\bheight=\"?([0-9]+)")]
    private static partial Regex Height();
}
