using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>
/// What people turned down by closing an export's pull request without merging it. The same state of a page is not proposed again; a newer
/// version, place or file is. Reopening the pull request takes it all back.
/// </summary>
internal sealed class DeclinedProposals
{
    // Older ones are forgotten: by then somebody should have said so in Confluence.
    private const int MostProposals = 20;

    private readonly Dictionary<string, List<(ConfluenceSource Source, int Pull)>> byPage = [];

    private DeclinedProposals()
    {
    }

    /// <summary>
    /// Reads the documents that closed pull requests proposed; nothing while one is open, since that one holds all that is proposed.
    /// </summary>
    public static async Task<DeclinedProposals> LoadAsync(
        GitRepository git, GitHubClient github, RepositoryStart start, CancellationToken cancellation)
    {
        var declined = new DeclinedProposals();
        if (start.Pull is null)
        {
            var closed = await github.ListNewestClosedPullsAsync(start.Branches.Export, cancellation);
            foreach (var pull in closed.Where(pull => !pull.IsMerged && pull.Base.Branch == start.Branches.Target).Take(MostProposals))
            {
                await declined.ReadAsync(git, start, pull, cancellation);
            }
        }

        return declined;
    }

    /// <summary>The pull request that proposed exactly this and was closed, or null.</summary>
    public int? Find(PageCandidate candidate) => Find(candidate.Page.Id, declined =>
        declined.Gone is null
        && declined.Space == candidate.Space.Space.Key
        && declined.Version == candidate.Page.Version
        && (declined.Parent, declined.Position) == (candidate.Place.Parent, candidate.Place.Position)
        && candidate.NewerFiles.All(file => file.ModifiedAt <= declined.Files));

    /// <summary>The pull request that proposed the end of this document and was closed, or null.</summary>
    public int? FindRetirement(KnownDocument document) => Find(document.Confluence!.Page, declined => declined.Gone is not null);

    private int? Find(string page, Predicate<ConfluenceSource> isSame) =>
        byPage.TryGetValue(page, out var proposals) && proposals.FindIndex(proposal => isSame(proposal.Source)) is >= 0 and var place
            ? proposals[place].Pull
            : null;

    private async Task ReadAsync(GitRepository git, RepositoryStart start, PullRequest pull, CancellationToken cancellation)
    {
        var head = $"refs/pull/{pull.Number}/head";
        if (await git.ResolveAsync(head, cancellation) != pull.Head.Commit)
        {
            await git.FetchAsync(cancellation, head);
        }

        if (await git.ResolveAsync(pull.Head.Commit, cancellation) is not { } commit
            || await git.MergeBaseAsync(start.Main, commit, cancellation) is not { } shared)
        {
            return;
        }

        var changed = (await git.DiffAsync(shared, commit, cancellation)).Where(change => change.Status != 'D')
            .Select(change => change.Path).ToHashSet(StringComparer.Ordinal);
        var files = (await git.ListTreeAsync(commit, ["content"], cancellation))
            .Where(file => changed.Contains(file.Path) && file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)).ToList();
        await foreach (var file in git.ReadEachAsync(files, cancellation))
        {
            // A reviewer may have left something there that does not read; it was declined with the rest and proposes nothing.
            if (DocumentReader.Read(file, new List<Diagnostic>())?.Confluence is { } source
                && source != start.Documents.ByPage.GetValueOrDefault(source.Page)?.Confluence)
            {
                byPage[source.Page] = [.. byPage.GetValueOrDefault(source.Page) ?? [], (source, pull.Number)];
            }
        }
    }
}
