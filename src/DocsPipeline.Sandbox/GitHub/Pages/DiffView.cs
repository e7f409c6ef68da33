using System.Text;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rendering;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>The files of a change: coloured lines, and for Markdown also the page as it will read.</summary>
internal static class DiffView
{
    private const int LongestPatch = 400_000;

    public static async Task<Html> RenderAsync(Visit visit, string from, string to)
    {
        var pieces = new List<Html>();
        foreach (var (index, change) in (await visit.Git.Diffs.BetweenAsync(from, to)).Index())
        {
            pieces.Add(File(change, index, await ReadingAsync(visit, change, to)));
        }

        return Html.Join(pieces, "\n");
    }

    private static Html File(GitChange change, int index, Html reading) => Html.Of($"""
        <details class="file" id="file-{index}" open>
        <summary><span class="path">{change.Path}</span> <span class="tag {Colour(change.Status)}">{change.Status}</span>
        <span class="counts"><span class="plus">+{change.Additions}</span> <span class="minus">−{change.Deletions}</span></span></summary>
        {(change.PreviousPath is null ? Html.Empty : Html.Of($"<p class=\"soft\">was {change.PreviousPath}</p>"))}
        {Lines(change)}
        {reading}
        </details>
        """);

    private static string Colour(string status) =>
        status switch { "added" => "green", "removed" => "red", "renamed" => "purple", _ => "blue" };

    private static Html Lines(GitChange change)
    {
        if (change.Patch is not { } patch)
        {
            return Html.Of($"""<p class="soft">No lines to show: the file is binary, empty or only moved.</p>""");
        }

        if (patch.Length > LongestPatch)
        {
            return Html.Of($"""<p class="soft">This change is too large to show here.</p>""");
        }

        var lines = patch.Split('\n').Select(line => Html.Of($"<span class=\"{Class(line)}\">{line}</span>"));
        return Html.Of($"""<pre class="diff" tabindex="0" aria-label="Changes in {change.Path}">{Html.Join(lines)}</pre>""");
    }

    private static string Class(string line) => line switch
    {
        ['+', ..] => "add",
        ['-', ..] => "del",
        ['@', ..] => "hunk",
        _ => "same",
    };

    private static async Task<Html> ReadingAsync(Visit visit, GitChange change, string revision)
    {
        if (!change.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || change.Status == "removed"
            || await visit.Git.Objects.ReadAsync("blob", change.Sha) is not { } bytes)
        {
            return Html.Empty;
        }

        var document = DocumentView.Render(
            Encoding.UTF8.GetString(bytes), new BlobAddress(visit.Home, revision, change.Path), isAlone: false);
        return Html.Of($"""<details class="reading"><summary>Read the new page</summary>{document}</details>""");
    }
}
