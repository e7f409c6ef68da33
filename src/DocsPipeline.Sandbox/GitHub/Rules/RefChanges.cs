using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>What follows from a ref that moved: the journal, the heads and bases of pull requests, approvals that went stale.</summary>
internal sealed class RefChanges(GitHubState state, Repository repository)
{
    private const string Branches = "refs/heads/";

    private readonly BareRepository git = state.Git(repository);

    /// <param name="actor">Who moved it.</param>
    /// <param name="name">The full name of the ref.</param>
    /// <param name="before">Forty zeros for a new ref.</param>
    /// <param name="after">Forty zeros for a deleted ref.</param>
    /// <param name="isMerge">Whether a pull request was merged, rather than something pushed.</param>
    public async Task RecordAsync(User actor, string name, string before, string after, bool isMerge = false)
    {
        state.Activities.Add(repository, name, before, after, await KindAsync(before, after, isMerge), actor, state.Now);
        state.Repositories.Pushed(repository, state.Now);
        if (!name.StartsWith(Branches, StringComparison.Ordinal))
        {
            return;
        }

        var branch = name[Branches.Length..];
        foreach (var pull in state.Pulls.OpenOn(repository, branch))
        {
            if (after == GitRefs.Nothing)
            {
                state.Pulls.Save(pull with { Issue = state.Issues.InState(pull.Issue, "closed", null, actor) });
            }
            else if (pull.HeadRef == branch)
            {
                await HeadMovedAsync(pull, after, actor);
            }
            else
            {
                await BaseMovedAsync(pull, after, actor);
            }
        }
    }

    /// <summary>Compares all refs with what they were, and records each difference.</summary>
    public async Task RecordAsync(User actor, IReadOnlyList<GitRef> before)
    {
        var was = before.ToDictionary(found => found.Name, found => found.Sha);
        var now = (await git.Refs.ListAsync()).ToDictionary(found => found.Name, found => found.Sha);
        foreach (var name in was.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (old, @new) = (was.GetValueOrDefault(name, GitRefs.Nothing), now.GetValueOrDefault(name, GitRefs.Nothing));
            if (old != @new)
            {
                await RecordAsync(actor, name, old, @new);
            }
        }
    }

    /// <summary>A sandbox that was killed between git and the database finds refs that its journal does not know: it catches up.</summary>
    public async Task CatchUpAsync(User actor)
    {
        var known = state.Activities.All(repository).DistinctBy(one => one.Ref).Where(one => one.After != GitRefs.Nothing);
        var hidden = (await git.Refs.ListAsync("refs/pull/")).Select(found => found with { Type = "commit" });
        await RecordAsync(actor, [.. known.Select(one => new GitRef(one.Ref, "commit", one.After)), .. hidden]);
    }

    private async Task HeadMovedAsync(Pull pull, string sha, User actor)
    {
        var moved = pull with { HeadSha = sha, Pusher = actor.Id };
        if (state.Protections.Find(repository, pull.BaseRef) is { DismissStale: true } && await ChangedAsync(pull, moved))
        {
            foreach (var review in state.Reviews.All(pull).Where(review => review.State == "APPROVED"))
            {
                state.Reviews.Save(review with { State = "DISMISSED" });
            }
        }

        state.Pulls.Save(moved);
        await git.Refs.ForceAsync($"refs/pull/{pull.Number}/head", sha);
        await AskCodeOwnersAsync(moved);
    }

    // A base that already contains the head means: merged, only not through the button.
    private async Task BaseMovedAsync(Pull pull, string sha, User actor)
    {
        var moved = pull with { BaseSha = sha };
        state.Pulls.Save(await git.History.IsAncestorAsync(pull.HeadSha, sha)
            ? moved with
            {
                Issue = state.Issues.InState(pull.Issue, "closed", null, actor),
                MergedAt = state.Now,
                MergedBy = actor.Id,
                MergeSha = sha,
            }
            : moved);
    }

    /// <summary>Requests reviews from the owners of what the pull request touches, except its author and who has already spoken.</summary>
    public async Task AskCodeOwnersAsync(Pull pull)
    {
        if (pull.IsDraft)
        {
            return;
        }

        var owners = await CodeOwners.ReadAsync(state, repository, pull.BaseSha);
        var spoke = state.Reviews.All(pull).Select(review => review.User).ToHashSet();
        var asked = (await MergeRules.PathsAsync(git, pull)).SelectMany(owners.Of).DistinctBy(user => user.Id);
        state.Issues.AskForReview(pull.Issue, asked.Where(user => user.Id != pull.Issue.User && !spoke.Contains(user.Id)));
    }

    private async Task<bool> ChangedAsync(Pull before, Pull after) => await FingerprintAsync(before) != await FingerprintAsync(after);

    private async Task<string> FingerprintAsync(Pull pull) => await git.Diffs.FingerprintAsync(
        await git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree, pull.HeadSha);

    private async Task<string> KindAsync(string before, string after, bool isMerge) =>
        isMerge ? "pr_merge"
        : before == GitRefs.Nothing ? "branch_creation"
        : after == GitRefs.Nothing ? "branch_deletion"
        : await git.History.IsAncestorAsync(before, after) ? "push"
        : "force_push";
}
