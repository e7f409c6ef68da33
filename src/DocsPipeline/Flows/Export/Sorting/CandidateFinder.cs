using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>
/// Finds among the listed pages those that are documents, with their places and newer files, less what people turned down.
/// </summary>
internal sealed class CandidateFinder(RepositoryStart start, DeclinedProposals declined, PageStore store)
{
    /// <summary>The version that the page and its document agreed at last; null for a page that no document comes from.</summary>
    public int? AgreedVersion(ConfluencePage page) =>
        start.Documents.ByPage.TryGetValue(page.Id, out var document) ? start.Synced.VersionOf(document.Confluence!) : null;

    /// <summary>
    /// The candidates; what became of the other pages is added to the outcomes. Bodies of pages that changed must be in the store.
    /// </summary>
    public IReadOnlyList<PageCandidate> Find(
        IReadOnlyList<SpaceContent> spaces, ILookup<string, ConfluenceAttachment> files, ICollection<PageOutcome> outcomes) =>
        [.. NotDeclined(Placed(Sort(spaces, outcomes), files), outcomes)];

    private List<PageCandidate> Sort(IReadOnlyList<SpaceContent> spaces, ICollection<PageOutcome> outcomes)
    {
        var sorter = new PageSorter(start);
        var candidates = new List<PageCandidate>();
        foreach (var (space, page) in spaces.SelectMany(space => space.Pages.Select(page => (space, page))))
        {
            if (start.Documents.ByPage.TryGetValue(page.Id, out var document))
            {
                var agreed = AgreedVersion(page);
                candidates.Add(new PageCandidate(space, page, document.Id, document.Path, document)
                {
                    AgreedVersion = agreed,
                    NeedsBody = agreed != page.Version,
                });
            }
            else if (sorter.Sort(space, page, store.ReadText(PageStore.KeyOf(page))!) is var (candidate, outcome) && candidate is not null)
            {
                candidates.Add(candidate);
            }
            else
            {
                outcomes.Add(outcome!);
            }
        }

        return candidates;
    }

    private IEnumerable<PageCandidate> Placed(List<PageCandidate> candidates, ILookup<string, ConfluenceAttachment> files)
    {
        var places = PagePlaces.Of(candidates.Select(candidate => (candidate.Page, candidate.Existing)));
        return candidates.Select(candidate => candidate with
        {
            Place = places[candidate.Page.Id],
            NewerFiles = candidate.Existing?.Confluence?.Files is { } seen
                ? [.. files[candidate.Page.Id].Where(file => IsNewer(file, seen, candidate))]
                : [],
        });
    }

    private bool IsNewer(ConfluenceAttachment file, DateTimeOffset seen, PageCandidate candidate) =>
        file.ModifiedAt > seen && start.Documents.Blobs.ContainsKey(PageMap.FileOf(candidate.Path, file.FileName));

    private IEnumerable<PageCandidate> NotDeclined(IEnumerable<PageCandidate> candidates, ICollection<PageOutcome> outcomes)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.IsToCompare && declined.Find(candidate) is { } pull)
            {
                var reason = $"declined with pull request {pull}; reopen it, or change the page, to propose it again";
                outcomes.Add(new PageOutcome(candidate.Report(ExportStatus.Declined, reason), [], []));
                if (candidate.Existing is not null)
                {
                    yield return candidate with { IsLeft = true };
                }

                continue;
            }

            yield return candidate;
        }
    }
}
