using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>Merging, and bringing a branch up to date.</summary>
internal static class MergeRoutes
{
    public static void MapMerges(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/pulls/{number:int}/merge", (Call call, int number) =>
            call.FindPull(number).IsMerged ? Answer.NoContent : throw Refusal.NotFound);
        repository.MapPut("/pulls/{number:int}/merge", MergeAsync);
        repository.MapPut("/pulls/{number:int}/update-branch", UpdateBranchAsync);
    }

    private static async Task<Answer> MergeAsync(Call call, int number)
    {
        call.Demand(Permission.Write);
        var pull = call.FindPull(number);
        var method = call.Body.OneOf("merge_method", "merge", "squash", "rebase") ?? "merge";
        if (call.Body.TextOrNull("sha") is { } expected && expected != pull.HeadSha)
        {
            throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
        }

        var sha = await PressAsync(call.State, call.Repository, pull, call.User, method, call.Body.TextOrNull("commit_title"),
            call.Body.TextOrNull("commit_message"));
        return new Answer(new JsonObject { ["sha"] = sha, ["merged"] = true, ["message"] = "Pull Request successfully merged" });
    }

    /// <summary>Merges if the rules allow it, else says why not; the page with the button comes here too.</summary>
    public static async Task<string> PressAsync(
        GitHubState state, Repository repository, Pull pull, User by, string method, string? title = null, string? message = null)
    {
        if (!pull.IsOpen)
        {
            throw new Refusal(405, "Pull Request is not mergeable");
        }

        var verdict = await new MergeRules(state, repository).JudgeAsync(pull);
        if (!verdict.IsAllowed)
        {
            throw new Refusal(405, verdict.State == "draft" ? "Pull Request is still a draft"
                : verdict.IsClean ? string.Join(" ", verdict.Reasons)
                : "Pull Request is not mergeable");
        }

        return await new PullMerger(state, repository).MergeAsync(pull, by, method, title, message)
            ?? throw new Refusal(
                405, method == "rebase" ? "This branch can't be rebased" : "Base branch was modified. Review and try the merge again.");
    }

    private static async Task<Answer> UpdateBranchAsync(Call call, int number)
    {
        call.Demand(Permission.Write);
        var pull = call.FindPull(number);
        if (call.Body.TextOrNull("expected_head_sha") is { } expected && expected != pull.HeadSha)
        {
            throw Refusal.Unprocessable("expected head sha didn't match current head ref.");
        }

        if (await call.Git.History.IsAncestorAsync(pull.BaseSha, pull.HeadSha))
        {
            throw Refusal.Unprocessable("There are no new commits on the base branch.");
        }

        _ = await new PullMerger(call.State, call.Repository).UpdateAsync(pull, call.User)
            ?? throw Refusal.Unprocessable("merge conflict between base and head");
        return new Answer(
            new JsonObject { ["message"] = "Updating pull request branch.", ["url"] = $"{call.Links.Page(call.Repository)}/pull/{number}" },
            StatusCodes.Status202Accepted);
    }
}
