using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>One file written or removed by one commit.</summary>
internal static class ContentWriting
{
    public static void MapContentWriting(this IEndpointRouteBuilder repository)
    {
        repository.MapPut("/contents/{**path}", PutAsync);
        repository.MapDelete("/contents/{**path}", DeleteAsync);
    }

    private static async Task<Answer> PutAsync(Call call)
    {
        call.Body.Demand("message", "content");
        var bytes = new byte[call.Body.Text("content").Length];
        if (!Convert.TryFromBase64String(call.Body.Text("content"), bytes, out var length))
        {
            throw Refusal.Unprocessable("content is not valid Base64");
        }

        var (branch, tip, entry) = await PlaceAsync(call);
        if (entry is not null && call.Body.TextOrNull("sha") is null)
        {
            throw Refusal.Unprocessable("Invalid request.\n\n\"sha\" wasn't supplied.");
        }

        DemandSame(call, entry);
        var blob = await call.Git.Objects.WriteBlobAsync(bytes[..length]);
        var commit = await CommitAsync(call, branch, tip, entry?.Mode ?? "100644", blob);
        var written = await call.Git.Objects.EntryAsync(commit.Sha, call.Route("path"));
        return new Answer(
            new JsonObject { ["content"] = ContentRoutes.Wire(call, written!, branch), ["commit"] = call.WireGit(commit) },
            entry is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<Answer> DeleteAsync(Call call)
    {
        call.Body.Demand("message", "sha");
        var (branch, tip, entry) = await PlaceAsync(call);
        DemandSame(call, entry ?? throw Refusal.NotFound);
        return new Answer(
            new JsonObject { ["content"] = null, ["commit"] = call.WireGit(await CommitAsync(call, branch, tip, entry.Mode, null)) });
    }

    private static async Task<(string Branch, string Tip, GitTreeEntry? Entry)> PlaceAsync(Call call)
    {
        call.Demand(Permission.Write);
        var branch = call.Body.TextOrNull("branch") ?? call.Repository.DefaultBranch;
        var tip = await call.Git.Refs.BranchAsync(branch) ?? throw new Refusal(404, $"Branch {branch} not found");
        if (call.State.Protections.Find(call.Repository, branch) is { RequiresPulls: true })
        {
            throw new Refusal(409, "Repository rule violations found\n\nChanges must be made through a pull request.\n\n");
        }

        return (branch, tip, await call.Git.Objects.EntryAsync(tip, call.Route("path")));
    }

    private static void DemandSame(Call call, GitTreeEntry? entry)
    {
        if (call.Body.TextOrNull("sha") is { } expected && expected != entry?.Sha)
        {
            throw new Refusal(409, $"{call.Route("path")} does not match {expected}");
        }
    }

    private static async Task<GitCommit> CommitAsync(Call call, string branch, string tip, string mode, string? blob)
    {
        var tree = await call.Git.Objects.WriteTreeAsync(tip, [(mode, blob, call.Route("path"))])
            ?? throw Refusal.Unprocessable("path contains a malformed path component");
        var self = call.User.At(call.State.Clock.GetUtcNow());
        var sha = await call.Git.Objects.WriteCommitAsync(tree, [tip], call.Body.Text("message"), self, self);
        if (!await call.Git.Refs.UpdateAsync($"refs/heads/{branch}", sha, tip))
        {
            throw new Refusal(409, "Reference update failed");
        }

        await new RefChanges(call.State, call.Repository).RecordAsync(call.User, $"refs/heads/{branch}", tip, sha);
        return (await call.Git.Objects.CommitAsync(sha))!;
    }
}
