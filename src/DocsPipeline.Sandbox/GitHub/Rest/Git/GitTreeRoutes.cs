using System.Text;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Git;

/// <summary>Tree objects.</summary>
internal static class GitTreeRoutes
{
    private static readonly string[] Modes = ["100644", "100755", "040000", "160000", "120000"];

    public static void MapGitTrees(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/git/trees/{sha}", GetAsync);
        repository.MapPost("/git/trees", CreateAsync);
    }

    private static async Task<Answer> GetAsync(Call call)
    {
        var name = call.Route("sha");
        var commit = await call.ResolveAsync(name);
        var tree = await call.Git.Refs.ResolveAsync(commit ?? (name.All(char.IsAsciiHexDigit) ? name : ""), "tree")
            ?? throw Refusal.NotFound;
        return await AnswerAsync(call, tree, call.Query("recursive") is not null, StatusCodes.Status200OK);
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("tree");
        var changes = new List<(string Mode, string? Sha, string Path)>();
        foreach (var item in call.Body.Items("tree"))
        {
            var mode = item.OneOf("mode", Modes) ?? "100644";
            var path = item.Text("path");
            if (path.Length == 0 || path.Split('/').Any(part => part is "" or "." or ".."))
            {
                throw Refusal.Unprocessable("tree.path contains a malformed path component");
            }

            var sha = item.TextOrNull("content") is { } content
                ? await call.Git.Objects.WriteBlobAsync(Encoding.UTF8.GetBytes(content))
                : item.TextOrNull("sha");
            if (sha is not null && mode != "160000" && await call.Git.Objects.TypeAsync(sha) is null)
            {
                throw Refusal.Unprocessable($"tree.sha {sha} is not a valid {(mode == "040000" ? "tree" : "blob")}");
            }

            changes.Add((mode, sha, path));
        }

        var wanted = call.Body.TextOrNull("base_tree");
        var old = wanted is null ? null : await call.Git.Refs.ResolveAsync(wanted, "tree") ?? throw Refusal.NotFound;
        var tree = await call.Git.Objects.WriteTreeAsync(old, changes) ?? throw Refusal.Unprocessable("GitRPC::BadObjectState");
        return await AnswerAsync(call, tree, isRecursive: false, StatusCodes.Status201Created);
    }

    private static async Task<Answer> AnswerAsync(Call call, string tree, bool isRecursive, int status)
    {
        var entries = await call.Git.Objects.TreeAsync(tree, isRecursive) ?? throw Refusal.NotFound;
        return new Answer(
            new JsonObject
            {
                ["sha"] = tree,
                ["url"] = $"{call.Links.Of(call.Repository)}/git/trees/{tree}",
                ["tree"] = new JsonArray([.. entries.Select(entry => call.Wire(entry))]),
                ["truncated"] = false,
            },
            status);
    }
}
