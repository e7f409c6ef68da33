using DocsPipeline.Sandbox.GitHub.Rendering;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>A Markdown file as people read it; front matter stays a block of its own instead of a heading with rules.</summary>
internal static class DocumentView
{
    public static Html Render(string text, BlobAddress address, bool isAlone)
    {
        text = text.ReplaceLineEndings("\n");
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        var front = end < 0
            ? Html.Empty
            : Html.Of($"""<pre class="front" tabindex="0" aria-label="Front matter">{text[4..(end + 1)]}</pre>""");
        return Html.Of($"""{front}<div class="body">{MarkdownRenderer.File(end < 0 ? text : text[(end + 5)..], address, isAlone)}</div>""");
    }
}
