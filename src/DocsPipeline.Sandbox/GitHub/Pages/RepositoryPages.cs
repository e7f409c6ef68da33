using System.Text;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rendering;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>The files of a repository, its folders and its commits.</summary>
internal static class RepositoryPages
{
    public static async Task<IResult> HomeAsync(Visit visit) => await TreeAsync(visit, visit.Repository.DefaultBranch, "");

    /// <summary>A folder or a file; which revision comes before the path, and a branch may hold slashes as <c>%2F</c>.</summary>
    public static async Task<IResult> TreeAsync(Visit visit, string revision, string path)
    {
        path = path.Trim('/');
        if (await FindAsync(visit, revision) is not { } sha)
        {
            return Missing(visit);
        }

        var entry = path.Length == 0 ? null : await visit.Git.Objects.EntryAsync(sha, path);
        if (path.Length > 0 && entry is null)
        {
            return Missing(visit);
        }

        return entry is { Type: "blob" } ? await FileAsync(visit, revision, entry) : await FolderAsync(visit, revision, sha, entry, path);
    }

    /// <summary>The bytes of a file. Pictures have their type; everything else is plain text, and a browser is told not to guess.</summary>
    public static async Task<IResult> RawAsync(Visit visit, string revision, string path)
    {
        if (await FindAsync(visit, revision) is not { } sha || await visit.Git.Objects.EntryAsync(sha, path) is not { Type: "blob" } entry)
        {
            return Missing(visit);
        }

        visit.Http.Response.Headers.XContentTypeOptions = "nosniff";
        visit.Http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Bytes((await visit.Git.Objects.ReadAsync("blob", entry.Sha))!, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            _ => "text/plain; charset=utf-8",
        });
    }

    public static async Task<IResult> CommitAsync(Visit visit, string sha)
    {
        if (await FindAsync(visit, sha) is not { } full || await visit.Git.Objects.CommitAsync(full) is not { } commit)
        {
            return Missing(visit);
        }

        var files = await DiffView.RenderAsync(visit, commit.Parents.Count == 0 ? GitDiffs.EmptyTree : commit.Parents[0], commit.Sha);
        return visit.Page(commit.Title, "Files", Html.Of($"""
            <h1>{commit.Title}</h1>
            <p class="soft">{commit.Author.Name} committed on {commit.Author.Date:d MMMM yyyy HH:mm} · <code>{commit.Sha[..10]}</code></p>
            <pre>{commit.Message}</pre>
            {files}
            """));
    }

    public static HtmlPage Missing(Visit visit) => visit.Page("Not found", "", Html.Of($"""
        <h1>This is not the page you are looking for</h1><p>There is nothing at this address. <a href="{visit.Home}">Back to the
        repository</a></p>
        """)) with { Status = StatusCodes.Status404NotFound };

    private static async Task<string?> FindAsync(Visit visit, string revision) =>
        await visit.Git.Refs.BranchAsync(revision)
        ?? (revision.Length is >= 4 and <= 40 && revision.All(char.IsAsciiHexDigit) ? await visit.Git.Refs.ResolveAsync(revision) : null)
        ?? await visit.Git.Refs.ResolveAsync($"refs/tags/{revision}");

    private static async Task<IResult> FolderAsync(Visit visit, string revision, string sha, GitTreeEntry? entry, string path)
    {
        var entries = await visit.Git.Objects.TreeAsync(entry?.Sha ?? sha) ?? [];
        var ordered = entries.OrderBy(one => one.Type != "tree").ThenBy(one => one.Path, StringComparer.Ordinal);
        var tip = await visit.Git.Objects.CommitAsync(sha);
        return visit.Page(path.Length == 0 ? "Files" : path, "Files", Html.Of($"""
            <h1>{(path.Length == 0 ? visit.Repository.Name : path)}</h1>
            {(path.Length == 0 ? Html.Of($"<p>{visit.Repository.Description}</p>") : Html.Empty)}
            <p class="soft">{revision} · <a href="{visit.Home}/commit/{sha}"><code>{sha[..7]}</code> {tip?.Title}</a></p>
            <ul class="plain card files">{Html.Each(ordered, one => Line(visit, revision, path, one))}</ul>
            {(path.Length > 0 ? Html.Empty : Html.Of($"""
                <p class="soft">Clone: <code>{visit.Http.Request.Scheme}://{visit.Http.Request.Host}{visit.Home}.git</code></p>
                """))}
            """));
    }

    private static Html Line(Visit visit, string revision, string folder, GitTreeEntry entry)
    {
        var path = folder.Length == 0 ? entry.Path : $"{folder}/{entry.Path}";
        var kind = entry.Type == "tree" ? "tree" : "blob";
        return Html.Of(
            $"""
            <li><a href="{visit.Home}/{kind}/{Uri.EscapeDataString(revision)}/{Links.Escape(path)}">{entry.Name}{(kind == "tree" ? "/" :
            "")}</a></li>
            """);
    }

    private static async Task<IResult> FileAsync(Visit visit, string revision, GitTreeEntry entry)
    {
        var bytes = await visit.Git.Objects.ReadAsync("blob", entry.Sha) ?? [];
        var text = bytes.Contains((byte)0) ? null : Encoding.UTF8.GetString(bytes);
        var body = text is null ? Html.Of($"<p class=\"soft\">A binary file of {bytes.Length} bytes.</p>")
            : entry.Path
                .EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? DocumentView
                .Render(text, new BlobAddress(visit.Home, revision, entry.Path), isAlone: true)
            : Html.Of($"<pre tabindex=\"0\">{text}</pre>");
        return visit.Page(entry.Path, "Files", Html.Of($"""
            <h1 class="path">{entry.Path}</h1>
            <p class="soft">{revision} · <a href="{visit.Home}/raw/{Uri.EscapeDataString(revision)}/{Links.Escape(entry.Path)}">raw</a></p>
            {body}
            """));
    }
}
