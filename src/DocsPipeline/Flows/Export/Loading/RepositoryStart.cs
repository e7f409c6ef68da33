using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Flows.Export.Loading;

/// <summary>The branch whose documents are exported, and the export's own, which the pull request comes from.</summary>
internal sealed record BranchPair(string Target, string Export);

/// <summary>
/// What the export begins with. While its pull request is open that is the pull request's branch, brought up to date with the main branch,
/// so that reviewers' commits stay; otherwise the main branch. Settings and schemas always come from the main branch.
/// </summary>
internal sealed record RepositoryStart(
    BranchPair Branches, PipelineSettings Settings, KindCatalogue Kinds, DocumentIndex Documents, string Main, string Parent,
    string? MergedParent, string? BranchTip, PullRequest? Pull)
{
    /// <summary>What merging the main branch into the pull request's branch changes; part of the next commit.</summary>
    public IReadOnlyList<TreeChange> Merged { get; private init; } = [];

    /// <summary>Pages whose newest version Publish wrote; front matter cannot know of it.</summary>
    public SyncedPages Synced { get; private init; } = SyncedPages.None;

    public static async Task<RepositoryStart> LoadAsync(
        GitRepository git, GitHubClient github, BranchPair branches, CancellationToken cancellation)
    {
        await git.FetchAsync(cancellation);
        var main = await git.ResolveAsync(branches.Target, cancellation)
            ?? throw new GitException("rev-parse", $"the repository has no branch {branches.Target}");
        var tip = await git.ResolveAsync(branches.Export, cancellation);
        var pull = tip is null ? null : await FindPullAsync(github, branches, cancellation);
        var policy = new ContentSnapshot(await git.ReadTreeAsync(main, [PipelineSettings.Path, "schemas"], cancellation));
        var (parent, mergedParent, tree) = pull is null || tip is null ? (main, null, main) : await JoinAsync(git, tip, main, cancellation);
        var documents = await DocumentIndex.LoadAsync(git, tree, cancellation);
        var settings = policy.Settings;
        return new RepositoryStart(branches, settings, policy.Kinds, documents, main, parent, mergedParent, tip, pull)
        {
            Merged = mergedParent is null ? [] : await ChangesAsync(git, parent, tree, cancellation),
            Synced = await SyncedAsync(git, settings, cancellation),
        };
    }

    private static async Task<PullRequest?> FindPullAsync(GitHubClient github, BranchPair branches, CancellationToken cancellation) =>
        (await github.ListPullsAsync("open", branches.Export, cancellation)).FirstOrDefault(pull => pull.Base.Branch == branches.Target);

    private static async Task<SyncedPages> SyncedAsync(GitRepository git, PipelineSettings settings, CancellationToken cancellation) =>
        await git.ResolveAsync(settings.LedgerBranch, cancellation) is { } ledger
            ? SyncedPages.Read(await git.ReadTreeAsync(ledger, [SyncedPages.Path], cancellation))
            : SyncedPages.None;

    // A merge that conflicts is for people: the branch stays as it is, and GitHub shows the conflict in the pull request.
    private static async Task<(string Parent, string? MergedParent, string Tree)> JoinAsync(
        GitRepository git, string tip, string main, CancellationToken cancellation)
    {
        if (await git.IsAncestorAsync(main, tip, cancellation))
        {
            return (tip, null, tip);
        }

        var merge = await git.MergeTreeAsync(tip, main, cancellation);
        return merge.Conflicts.Count == 0 ? (tip, main, merge.Tree) : (tip, null, tip);
    }

    private static async Task<IReadOnlyList<TreeChange>> ChangesAsync(
        GitRepository git, string from, string to, CancellationToken cancellation)
    {
        var changes = await git.DiffAsync(from, to, cancellation);
        var files = (await git.ListTreeAsync(to, [], cancellation)).ToDictionary(file => file.Path, file => file.Blob);
        return
        [
            .. changes.Select(change => change.Status == 'D'
                ? TreeChange.Delete(change.Path)
                : TreeChange.Stored(change.Path, files[change.Path])),
        ];
    }
}
