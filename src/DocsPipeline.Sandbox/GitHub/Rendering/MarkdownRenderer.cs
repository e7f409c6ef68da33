using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>
/// Markdown as GitHub shows it: rendered, cut down to the allow-list, and only then given what GitHub itself adds (anchors, addresses,
/// alerts, check boxes), so that nobody's raw HTML can pretend to be that.
/// </summary>
internal static class MarkdownRenderer
{
    // The time of a Markdown parser grows with the square of some texts, and no page that people read is this long.
    private const int Longest = 256 * 1024;

    // Browsers stop at 512. Everything after the parser walks the tree by recursion: a stack that is spent takes the sandbox down.
    private const int Deepest = 200;

    /// <summary>
    /// A description, a comment or a review: a line break is one, headings get no anchors, addresses stay as they were written.
    /// </summary>
    public static Html Comment(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Html.Of($"""<p class="soft">No description.</p>""") : Render(text, Flavour.Comment, null);

    /// <summary>
    /// A Markdown file: relative addresses lead to the files beside it, and headings are anchors where it is the only one on its page.
    /// </summary>
    public static Html File(string text, BlobAddress address, bool isAlone) => Render(text, Flavour.File, address, isAlone);

    private static Html Render(string text, Flavour flavour, BlobAddress? address, bool hasAnchors = false)
    {
        if (text.Length > Longest || flavour.ToHtml(text) is not { } rendered || Parse(rendered) is not { } body || DepthOf(body) > Deepest)
        {
            return AsItStands(text);
        }

        AllowList.Apply(body);
        Identifiers.Prefix(body);
        if (hasAnchors)
        {
            Identifiers.GiveToHeadings(body);
        }

        Addresses.Resolve(body, address);
        TaskLists.Mark(body);
        Alerts.Mark(body);

        // What a browser would read otherwise than we wrote it is not what we judged.
        var html = body.InnerHtml;
        return Parse(html)?.InnerHtml == html ? Html.Raw(html) : AsItStands(text);
    }

    private static IElement? Parse(string html) => new HtmlParser().ParseDocument($"<!doctype html><html><body>{html}").Body;

    private static Html AsItStands(string text) => Html.Of($"""<pre tabindex="0">{text}</pre>""");

    private static int DepthOf(INode root)
    {
        var (deepest, depth) = (0, 0);
        for (INode? node = root; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                deepest = Math.Max(deepest, ++depth);
                node = child;
                continue;
            }

            while (node != root && node!.NextSibling is null)
            {
                depth--;
                node = node.Parent;
            }

            node = node == root ? null : node!.NextSibling;
        }

        return deepest;
    }
}
