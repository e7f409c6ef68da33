namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>Merges without a work tree.</summary>
internal sealed class GitMerges(GitProgram git, GitObjects objects, GitHistory history)
{
    /// <summary>The tree of a clean merge; null where both sides changed the same lines.</summary>
    public async Task<string?> TreeAsync(string ours, string theirs)
    {
        var answer = await git.RunAsync("merge-tree", "--write-tree", ours, theirs);
        return answer.ExitCode switch
        {
            0 => answer.Lines[0],
            1 => null,
            _ => throw new InvalidOperationException(answer.Error),
        };
    }

    /// <summary>The tip after every commit of the branch was set on top of <paramref name="onto"/>; null on a conflict.</summary>
    public async Task<string?> RebaseAsync(string onto, string head, GitIdentity committer)
    {
        var tip = onto;
        foreach (var commit in await objects.CommitsAsync(await history.BetweenAsync(onto, head)))
        {
            if (commit.Parents.Count > 1)
            {
                continue;
            }

            if (await PickAsync(tip, commit, committer) is not { } tree)
            {
                return null;
            }

            tip = await objects.WriteCommitAsync(tree, [tip], commit.Message, commit.Author, committer);
        }

        return tip;
    }

    private async Task<string?> PickAsync(string tip, GitCommit commit, GitIdentity committer)
    {
        // merge-tree before git 2.40 cannot be told the base, so three throw-away commits give it one.
        async Task<string> Throwaway(string revision, params string[] parents) =>
            await objects.WriteCommitAsync($"{revision}^{{tree}}", parents, "base", committer, committer);
        var parent = commit.Parents.Count == 0 ? GitDiffs.EmptyTree : commit.Parents[0];
        var from = parent == GitDiffs.EmptyTree
            ? await objects.WriteCommitAsync(parent, [], "base", committer, committer)
            : await Throwaway(parent);
        return await TreeAsync(await Throwaway(tip, from), await Throwaway(commit.Sha, from));
    }
}
