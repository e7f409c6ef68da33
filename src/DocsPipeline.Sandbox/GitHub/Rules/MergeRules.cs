using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>The protection of the base branch, applied to one pull request.</summary>
internal sealed class MergeRules(GitHubState state, Repository repository)
{
    public async Task<MergeVerdict> JudgeAsync(Pull pull)
    {
        var git = state.Git(repository);
        var isClean = await git.Merges.TreeAsync(pull.BaseSha, pull.HeadSha) is not null;
        var rule = state.Protections.Find(repository, pull.BaseRef);
        var reasons = rule is null ? [] : (List<string>)[.. Checks(pull, rule), .. await ReviewsAsync(git, pull, rule)];
        var word = pull.IsDraft ? "draft" : !isClean ? "dirty" : reasons.Count > 0 ? "blocked" : IsRed(pull) ? "unstable" : "clean";
        return new MergeVerdict(word, isClean, reasons);
    }

    private bool IsRed(Pull pull) =>
        state.Statuses.Latest(repository, pull.HeadSha).Any(status => status.State is "error" or "failure")
        || state.CheckRuns.On(repository, pull.HeadSha).DistinctBy(run => run.Name).Any(Failed);

    private static bool Failed(CheckRun run) => run.Conclusion is "failure" or "cancelled" or "timed_out" or "action_required";

    private IEnumerable<string> Checks(Pull pull, Protection rule)
    {
        foreach (var name in rule.Checks ?? [])
        {
            var run = state.CheckRuns.On(repository, pull.HeadSha).FirstOrDefault(run => run.Name == name);
            var status = state.Statuses.Latest(repository, pull.HeadSha).FirstOrDefault(status => status.Context == name);
            if (run is { Status: "completed" } ? Failed(run) : status?.State is "error" or "failure")
            {
                yield return $"Required status check \"{name}\" is failing.";
            }
            else if (run is { Status: not "completed" } || (run is null && status?.State != "success"))
            {
                yield return $"Required status check \"{name}\" is expected.";
            }
        }
    }

    private async Task<List<string>> ReviewsAsync(BareRepository git, Pull pull, Protection rule)
    {
        if (!rule.RequiresPulls)
        {
            return [];
        }

        var reasons = new List<string>();
        var verdicts = state.Reviews.Verdicts(pull).Where(review => MayWrite(review.User)).ToList();
        var approvers = verdicts.Where(review => review.State == "APPROVED").Select(review => review.User).ToHashSet();
        if (verdicts.Any(review => review.State == "CHANGES_REQUESTED"))
        {
            reasons.Add("Changes have been requested by reviewers with write access.");
        }

        if (approvers.Count < rule.Approvals)
        {
            reasons.Add(rule.Approvals == 1
                ? "At least 1 approving review is required by reviewers with write access."
                : $"At least {rule.Approvals} approving reviews are required by reviewers with write access.");
        }

        if (rule.LastPush && approvers.Count > 0 && approvers.All(user => user == pull.Pusher))
        {
            reasons.Add("New changes require approval from someone other than the last pusher.");
        }

        if (rule.CodeOwners && await MissingOwnersAsync(git, pull, approvers) is { Count: > 0 } missing)
        {
            reasons.Add($"Waiting on code owner review from {string.Join(" and/or ", missing)}.");
        }

        return reasons;
    }

    private async Task<IReadOnlyList<string>> MissingOwnersAsync(BareRepository git, Pull pull, HashSet<long> approvers)
    {
        var owners = await CodeOwners.ReadAsync(state, repository, pull.BaseSha);
        var paths = await PathsAsync(git, pull);
        var unapproved = paths.Select(owners.Of).Where(group => group.Count > 0 && !group.Any(owner => approvers.Contains(owner.Id)));
        return [.. unapproved.SelectMany(group => group).Select(owner => owner.Login).Distinct()];
    }

    /// <summary>Every path that the pull request touches, old names included.</summary>
    public static async Task<IReadOnlyList<string>> PathsAsync(BareRepository git, Pull pull)
    {
        var fork = await git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        var changes = await git.Diffs.BetweenAsync(fork, pull.HeadSha);
        return [.. changes.SelectMany(change => new[] { change.Path, change.PreviousPath }).OfType<string>()];
    }

    private bool MayWrite(long user) => state.Repositories.Of(repository, state.Users.Get(user)) >= Permission.Write;
}
