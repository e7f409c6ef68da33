using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>Files and folders as they stand at a commit.</summary>
internal static class ContentRoutes
{
    public static void MapContents(this IEndpointRouteBuilder repository) => repository.MapGet("/contents/{**path}", GetAsync);

    private static async Task<IResult> GetAsync(Call call)
    {
        var path = call.Route("path").Trim('/');
        var revision = call.Query("ref") ?? call.Repository.DefaultBranch;
        var tip = await call.TipAsync(call.Query("ref"));
        var git = call.Git;
        var entry = path.Length == 0 ? null : await git.Objects.EntryAsync(tip, path) ?? throw Refusal.NotFound;
        if (entry is not { Type: not "tree" })
        {
            var entries = await git.Objects.TreeAsync(entry?.Sha ?? tip) ?? throw Refusal.NotFound;
            return new Answer(new JsonArray(
                [.. entries.Select(one => Wire(call, one with { Path = path.Length == 0 ? one.Path : $"{path}/{one.Path}" }, revision))]));
        }

        var bytes = await git.Objects.ReadAsync("blob", entry.Sha) ?? throw Refusal.NotFound;
        if (call.Wants("raw"))
        {
            return call.Form("raw", bytes);
        }

        var json = Wire(call, entry, revision);
        json["type"] = "file";
        json["encoding"] = "base64";
        json["content"] = Lines(Convert.ToBase64String(bytes));
        return new Answer(json);
    }

    public static JsonObject Wire(Call call, GitTreeEntry entry, string revision)
    {
        var path = Links.Escape(entry.Path);
        var url = $"{call.Links.Of(call.Repository)}/contents/{path}?ref={Uri.EscapeDataString(revision)}";
        var page = $"{call.Links.Page(call.Repository)}/{(entry.Type == "tree" ? "tree" : "blob")}/{Links.Escape(revision)}/{path}";
        var git = $"{call.Links.Of(call.Repository)}/git/{entry.Type}s/{entry.Sha}";
        return new JsonObject
        {
            ["name"] = entry.Name,
            ["path"] = entry.Path,
            ["sha"] = entry.Sha,
            ["size"] = entry.Size ?? 0,
            ["url"] = url,
            ["html_url"] = page,
            ["git_url"] = git,
            ["download_url"] = entry.Type == "tree" ? null : $"{call.Links.Page(call.Repository)}/raw/{Links.Escape(revision)}/{path}",
            ["type"] = entry.Type == "tree" ? "dir" : entry.Type == "commit" ? "submodule" : entry.Mode == "120000" ? "symlink" : "file",
            ["_links"] = new JsonObject { ["self"] = url, ["git"] = git, ["html"] = page },
        };
    }

    private static string Lines(string text) => string.Concat(text.Chunk(60).Select(line => new string(line) + "\n"));
}
