using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>What a pull request brings: its files and commits.</summary>
internal static class PullContentRoutes
{
    public static void MapPullContents(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/pulls/{number:int}/files", FilesAsync);
        repository.MapGet("/pulls/{number:int}/commits", CommitsAsync);
    }

    private static async Task<Answer> FilesAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        var git = call.Git;
        var from = await git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        return call.Page(await git.Diffs.BetweenAsync(from, pull.HeadSha), change => call.Wire(change, pull.HeadSha));
    }

    private static async Task<Answer> CommitsAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        var shas = await call.Git.History.BetweenAsync(pull.BaseSha, pull.HeadSha);
        return new Answer(new JsonArray([.. (await call.Git.Objects.CommitsAsync(call.Slice(shas))).Select(commit => call.Wire(commit))]));
    }
}
