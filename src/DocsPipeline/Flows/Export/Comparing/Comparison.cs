using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>
/// Compares the listed pages with the documents and stores what changed. The listings alone tell which pages to look at: those of another version, those that moved, those whose files
/// are newer, and those with a link to a page that becomes a document only now.
/// </summary>
internal sealed class Comparison(ConfluenceClient confluence, GitRepository git, RepositoryStart start, DeclinedProposals declined, PageStore store, TimeProvider clock, IProgress<string> progress, IProgress<PageProgress>? pages)
{
    private readonly PageBodies bodies = new(confluence, store, pages);
    private readonly List<PageOutcome> outcomes = [];

    /// <summary>What became of every page and of every document without one; nothing was pushed.</summary>
    public async Task<IReadOnlyList<PageOutcome>> RunAsync(IReadOnlyList<SpaceContent> listed, CancellationToken cancellation)
    {
        var restrictions = confluence.ListRestrictionsAsync([.. listed.Select(space => space.Space)], cancellation);
        var spaces = await FetchAsync(listed, page => AgreedVersion(page) != page.Version, cancellation);
        var guard = new PageGuard(confluence, spaces, await restrictions);
        var candidates = await AllowedAsync(Declined(Placed(Sort(spaces), await NewerFilesAsync(spaces, cancellation))), guard, cancellation);
        candidates = await LinkedAsync(spaces, candidates, cancellation);

        var changed = candidates.Where(candidate => !candidate.IsLeft && IsToCompare(candidate)).ToList();
        var same = candidates.Where(candidate => !IsToCompare(candidate)).ToList();
        foreach (var candidate in same)
        {
            outcomes.Add(await guard.RestrictionAsync(candidate.Page, cancellation) is { } restriction
                ? new PageOutcome(candidate.Report(ExportStatus.Skipped, restriction.Message), [], [restriction])
                : new PageOutcome(candidate.Report(ExportStatus.Unchanged, "same version as in the repository"), [], []));
        }

        progress.Report($"{same.Count} documents are as their pages are; comparing {changed.Count}");
        await using var writer = git.WriteBlobs();
        using var reader = git.ReadBlobs();
        await CompareAsync(spaces, candidates, changed, guard, reader, writer, cancellation);
        outcomes.AddRange(await new RetiredDocuments(start, declined, confluence, reader, writer, clock).FindAsync(spaces, cancellation));
        await writer.CloseAsync(cancellation);
        return outcomes;
    }

    private static bool IsToCompare(PageCandidate candidate) => candidate.NeedsBody || candidate.NewerFiles.Count > 0 || candidate.Existing?.Confluence is not { Gone: null } source
        || source.Space != candidate.Space.Space.Key || ((source.Parent, source.Position) != (candidate.Place.Parent, candidate.Place.Position) && source is not { Parent: null, Position: null });

    private async Task<IReadOnlyList<SpaceContent>> FetchAsync(IReadOnlyList<SpaceContent> spaces, Predicate<ConfluencePage> isWanted, CancellationToken cancellation)
    {
        var wanted = spaces.SelectMany(space => space.Pages).Where(page => isWanted(page)).Select(page => page.Id).ToHashSet();
        return await bodies.FetchAsync(spaces, wanted, cancellation);
    }

    private int? AgreedVersion(ConfluencePage page) => start.Documents.ByPage.TryGetValue(page.Id, out var document) ? start.Synced.VersionOf(document.Confluence!) : null;

    private List<PageCandidate> Sort(IReadOnlyList<SpaceContent> spaces)
    {
        var sorter = new PageSorter(start);
        var candidates = new List<PageCandidate>();
        foreach (var (space, page) in spaces.SelectMany(space => space.Pages.Select(page => (space, page))))
        {
            if (start.Documents.ByPage.TryGetValue(page.Id, out var document))
            {
                candidates.Add(new PageCandidate(space, page, document.Id, document.Path, document) { AgreedVersion = AgreedVersion(page), NeedsBody = AgreedVersion(page) != page.Version });
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

    // Asked only from the newest file on that an export has seen. A file of a page that had to be left alone then is found with the page's next version.
    private async Task<ILookup<string, ConfluenceAttachment>> NewerFilesAsync(IReadOnlyList<SpaceContent> spaces, CancellationToken cancellation)
    {
        var newest = start.Documents.ByPage.Values.Max(document => document.Confluence!.Files);
        var changed = newest is { } since ? await confluence.ListAttachmentsSinceAsync([.. spaces.Select(space => space.Space)], since, cancellation) : [];
        return changed.ToLookup(file => file.PageId);
    }

    private IEnumerable<PageCandidate> Placed(List<PageCandidate> candidates, ILookup<string, ConfluenceAttachment> files)
    {
        var places = PagePlaces.Of(candidates.Select(candidate => (candidate.Page, candidate.Existing)));
        return candidates.Select(candidate => candidate with
        {
            Place = places[candidate.Page.Id],
            NewerFiles = candidate.Existing?.Confluence?.Files is { } seen
                ? [.. files[candidate.Page.Id].Where(file => file.ModifiedAt > seen && start.Documents.Blobs.ContainsKey(PageMap.FileOf(candidate.Path, file.FileName)))]
                : [],
        });
    }

    private IEnumerable<PageCandidate> Declined(IEnumerable<PageCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (IsToCompare(candidate) && declined.Find(candidate) is { } pull)
            {
                outcomes.Add(new PageOutcome(candidate.Report(ExportStatus.Declined, $"declined with pull request {pull}; reopen it, or change the page, to propose it again"), [], []));
                if (candidate.Existing is not null)
                {
                    yield return candidate with { IsLeft = true };
                }

                continue;
            }

            yield return candidate;
        }
    }

    // A new page that may not be taken over is no target of links either.
    private async Task<List<PageCandidate>> AllowedAsync(IEnumerable<PageCandidate> candidates, PageGuard guard, CancellationToken cancellation)
    {
        var all = candidates.ToList();
        var objections = new Diagnostic?[all.Count];
        var fresh = Enumerable.Range(0, all.Count).Where(index => all[index].Existing is null).ToList();
        var count = new ProgressCount(pages, "check", fresh.Count);
        await Parallel.ForEachAsync(fresh, Parallelism(cancellation), async (index, token) =>
        {
            objections[index] = await guard.ObjectionAsync(all[index].Page, token);
            count.Add(all[index].Page.Title);
        });
        outcomes.AddRange(fresh.Where(index => objections[index] is not null)
            .Select(index => new PageOutcome(all[index].Report(ExportStatus.Skipped, objections[index]!.Message), [], [objections[index]!])));
        return [.. all.Where((_, index) => objections[index] is null)];
    }

    // The way back of a link: the page that links is as it was, the page that it means has become a document.
    private async Task<List<PageCandidate>> LinkedAsync(IReadOnlyList<SpaceContent> spaces, List<PageCandidate> candidates, CancellationToken cancellation)
    {
        var titles = candidates.Where(candidate => candidate.Existing?.Title != candidate.Page.Title).Select(candidate => new PageReference(null, candidate.Page.Title).EncodedTitle).ToList();
        var linking = candidates.Where(candidate => !candidate.NeedsBody && !candidate.IsLeft && candidate.Existing!.OpenLinks.Any(link => titles.Exists(title => link.StartsWith(title, StringComparison.Ordinal))))
            .Select(candidate => candidate.Page.Id).ToHashSet();
        if (linking.Count == 0)
        {
            return candidates;
        }

        await FetchAsync(spaces, page => linking.Contains(page.Id), cancellation);
        return [.. candidates.Select(candidate => linking.Contains(candidate.Page.Id) && store.Has(PageStore.KeyOf(candidate.Page)) ? candidate with { NeedsBody = true } : candidate)];
    }

    private async Task CompareAsync(
        IReadOnlyList<SpaceContent> spaces, List<PageCandidate> candidates, List<PageCandidate> changed, PageGuard guard, BlobReader reader, BlobWriter writer, CancellationToken cancellation)
    {
        using var people = new MentionedPeople(confluence);
        var comparer = new PageComparer(start, Before(spaces, people.Names), After(candidates, people.Names));
        var desk = new PageDesk(confluence, store, reader, writer, guard, people, comparer, new AttachmentCollector(confluence, start.Documents, store, writer));
        var count = new ProgressCount(pages, "compare", changed.Count);
        var compared = new PageOutcome[changed.Count];
        await Parallel.ForAsync(0, changed.Count, Parallelism(cancellation), async (index, token) =>
        {
            compared[index] = await desk.WorkAsync(changed[index], token);
            count.Add(changed[index].Page.Title);
        });
        outcomes.AddRange(compared);
    }

    // As the documents were at the last export: texts of that time name the titles of that time.
    private PageMap Before(IReadOnlyList<SpaceContent> spaces, IReadOnlyDictionary<string, string> names) => new(
        start.Documents.ByPage.Values.Select(document => (document.Confluence!.Space, document.Title, document.Path)).Concat(spaces.SelectMany(space => space.Pages
            .Where(page => start.Documents.ByPage.ContainsKey(page.Id))
            .Select(page => (space.Space.Key, page.Title, start.Documents.ByPage[page.Id].Path)))),
        names);

    private static PageMap After(IEnumerable<PageCandidate> candidates, IReadOnlyDictionary<string, string> names) =>
        new(candidates.Select(candidate => (candidate.Space.Space.Key, candidate.Page.Title, candidate.Path)), names);

    private ParallelOptions Parallelism(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = confluence.AtOnce, CancellationToken = cancellation };
}
