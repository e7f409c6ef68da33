using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Merges two commits in memory, as a merge without a work tree: renames are found, and a passage that both changed is a conflict.
/// </summary>
internal static class TreeMerger
{
    public static TreeMerge Merge(Repository repository, TreeCheck trees, string ours, string theirs, CancellationToken cancellation)
    {
        var (left, right) = (repository.DemandCommit(ours), repository.DemandCommit(theirs));
        foreach (var commit in new[] { left, right, repository.ObjectDatabase.FindMergeBase(left, right) })
        {
            if (commit is not null)
            {
                trees.Demand(commit.Tree, cancellation);
            }
        }

        var merge = repository.ObjectDatabase.MergeCommits(left, right, new MergeTreeOptions { SkipReuc = true });
        return merge.Status == MergeTreeStatus.Succeeded
            ? new TreeMerge(merge.Tree.Sha, [])
            : new TreeMerge("", [.. merge.Conflicts.Select(Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static string Path(Conflict conflict) => (conflict.Ours ?? conflict.Theirs ?? conflict.Ancestor).Path;
}
