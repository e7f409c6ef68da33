using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>What differs between two trees, file by file.</summary>
internal static class TreeDifference
{
    private static readonly CompareOptions Plainly = new() { Similarity = SimilarityOptions.None };

    /// <summary>In order of the paths; a rename is a delete and an add.</summary>
    public static IReadOnlyList<PathChange> Between(Repository repository, Tree from, Tree to)
    {
        using var changes = repository.Diff.Compare<TreeChanges>(from, to, Plainly);
        return
        [
            .. changes
                .Select(change => new PathChange(Letter(change.Status), change.Path))
                .OrderBy(change => change.Path, StringComparer.Ordinal),
        ];
    }

    private static char Letter(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => 'A',
        ChangeKind.Deleted => 'D',
        ChangeKind.TypeChanged => 'T',
        _ => 'M',
    };
}
