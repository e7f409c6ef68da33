using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>Finds commits and trees by their ids; a <see cref="GitException"/> where there is none.</summary>
internal static class CommitReader
{
    public static Commit DemandCommit(this Repository repository, string id) =>
        repository.FindCommit(id) ?? throw new GitException("show", $"there is no commit {id}");

    /// <summary>A commit by its id, or null.</summary>
    public static Commit? FindCommit(this Repository repository, string id) =>
        ObjectId.TryParse(id, out var found) ? repository.Lookup<Commit>(found) : null;

    /// <summary>The tree with this id, or that of the commit with this id.</summary>
    public static Tree DemandTree(this Repository repository, string id) =>
        (ObjectId.TryParse(id, out var found) ? repository.Lookup(found) : null) switch
        {
            Commit commit => commit.Tree,
            Tree tree => tree,
            _ => throw new GitException("ls-tree", $"there is no commit or tree {id}"),
        };

    /// <summary>Commits reachable from one and not from the other, newest first, each before its parents.</summary>
    public static IReadOnlyList<GitCommit> Range(Repository repository, string from, string to) =>
    [
        .. repository.Commits.QueryBy(new CommitFilter
        {
            IncludeReachableFrom = repository.DemandCommit(to),
            ExcludeReachableFrom = repository.DemandCommit(from),
            SortBy = CommitSortStrategies.Topological | CommitSortStrategies.Time,
        }).Select(Read),
    ];

    public static GitCommit Read(Commit commit) => new(
        commit.Sha,
        commit.Tree.Sha,
        [.. commit.Parents.Select(parent => parent.Sha)],
        Person(commit.Author),
        Person(commit.Committer),
        commit.Committer.When,
        commit.Message.TrimEnd('\n'));

    private static GitPerson Person(Signature signature) => new(signature.Name, signature.Email);
}
