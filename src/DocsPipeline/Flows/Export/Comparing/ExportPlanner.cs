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
/// Compares the listed pages with the documents and stores what changed. The listings alone tell which pages to look at: those of another
/// version, those that moved, those whose files are newer, and those with a link to a page that becomes a document only now.
/// </summary>
internal sealed class ExportPlanner(
    ConfluenceClient confluence, GitRepository git, RepositoryStart start, DeclinedProposals declined, PageStore store, TimeProvider clock,
    IProgress<string> progress, IProgress<PageProgress>? pages)
{
    private readonly PageBodies bodies = new(confluence, store, pages);
    private readonly CandidateFinder finder = new(start, declined, store);
    private readonly List<PageOutcome> outcomes = [];

    /// <summary>What became of every page and of every document without one; nothing was pushed.</summary>
    public async Task<IReadOnlyList<PageOutcome>> PlanAsync(IReadOnlyList<SpaceContent> listed, CancellationToken cancellation)
    {
        var restrictions = confluence.ListRestrictionsAsync([.. listed.Select(space => space.Space)], cancellation);
        var spaces = await FetchAsync(listed, page => finder.AgreedVersion(page) != page.Version, cancellation);
        var guard = new PageGuard(confluence, spaces, await restrictions);
        var found = finder.Find(spaces, await NewerFilesAsync(spaces, cancellation), outcomes);
        var candidates = await LinkedAsync(spaces, await AllowedAsync(found, guard, cancellation), cancellation);

        var changed = candidates.Where(candidate => candidate is { IsLeft: false, IsToCompare: true }).ToList();
        var same = candidates.Where(candidate => !candidate.IsToCompare).ToList();
        foreach (var candidate in same)
        {
            outcomes.Add(await guard.RestrictionAsync(candidate.Page, cancellation) is { } restriction
                ? new PageOutcome(candidate.Report(ExportStatus.Skipped, restriction.Message), [], [restriction])
                : new PageOutcome(candidate.Report(ExportStatus.Unchanged, "same version as in the repository"), [], []));
        }

        progress.Report($"{same.Count} documents are as their pages are; comparing {changed.Count}");
        using var writer = git.WriteBlobs();
        using var reader = git.ReadBlobs();
        await CompareAsync(PageMaps.Before(start, spaces), candidates, changed, guard, reader, writer, cancellation);
        var retired = new RetiredDocuments(start, declined, confluence, reader, writer, clock);
        outcomes.AddRange(await retired.FindAsync(spaces, cancellation));
        return outcomes;
    }

    private async Task<IReadOnlyList<SpaceContent>> FetchAsync(
        IReadOnlyList<SpaceContent> spaces, Predicate<ConfluencePage> isWanted, CancellationToken cancellation)
    {
        var wanted = spaces.SelectMany(space => space.Pages).Where(page => isWanted(page)).Select(page => page.Id).ToHashSet();
        return await bodies.FetchAsync(spaces, wanted, cancellation);
    }

    // Asked only from the newest file on that an export has seen. A file of a page that had to be left alone then is found with the page's
    // next version.
    private async Task<ILookup<string, ConfluenceAttachment>> NewerFilesAsync(
        IReadOnlyList<SpaceContent> spaces, CancellationToken cancellation)
    {
        var newest = start.Documents.ByPage.Values.Max(document => document.Confluence!.Files);
        var changed = newest is { } since
            ? await confluence.ListAttachmentsSinceAsync([.. spaces.Select(space => space.Space)], since, cancellation)
            : [];
        return changed.ToLookup(file => file.PageId);
    }

    // A new page that may not be taken over is no target of links either.
    private async Task<List<PageCandidate>> AllowedAsync(IReadOnlyList<PageCandidate> all, PageGuard guard, CancellationToken cancellation)
    {
        var objections = new Diagnostic?[all.Count];
        var fresh = Enumerable.Range(0, all.Count).Where(index => all[index].Existing is null).ToList();
        var count = new ProgressCount(pages, "check", fresh.Count);
        await Parallel.ForEachAsync(fresh, Parallelism(cancellation), async (index, token) =>
        {
            objections[index] = await guard.ObjectionAsync(all[index].Page, token);
            count.Add(all[index].Page.Title);
        });
        outcomes.AddRange(fresh.Where(index => objections[index] is not null)
            .Select(index => (Candidate: all[index], Objection: objections[index]!))
            .Select(kept => new PageOutcome(kept.Candidate.Report(ExportStatus.Skipped, kept.Objection.Message), [], [kept.Objection])));
        return [.. all.Where((_, index) => objections[index] is null)];
    }

    // The way back of a link: the page that links is as it was, the page that it means has become a document.
    private async Task<List<PageCandidate>> LinkedAsync(
        IReadOnlyList<SpaceContent> spaces, List<PageCandidate> candidates, CancellationToken cancellation)
    {
        var titles = candidates.Where(candidate => candidate.Existing?.Title != candidate.Page.Title)
            .Select(candidate => new PageReference(null, candidate.Page.Title).EncodedTitle).ToList();
        var linking = candidates.Where(candidate => candidate is { NeedsBody: false, IsLeft: false } && LinksToOneOf(titles, candidate))
            .Select(candidate => candidate.Page.Id).ToHashSet();
        if (linking.Count == 0)
        {
            return candidates;
        }

        await FetchAsync(spaces, page => linking.Contains(page.Id), cancellation);
        return [.. candidates.Select(candidate => linking.Contains(candidate.Page.Id) && store.Has(PageStore.KeyOf(candidate.Page))
            ? candidate with { NeedsBody = true }
            : candidate)];
    }

    private static bool LinksToOneOf(List<string> titles, PageCandidate candidate) =>
        candidate.Existing!.OpenLinks.Any(link => titles.Exists(title => link.StartsWith(title, StringComparison.Ordinal)));

    private async Task CompareAsync(
        IEnumerable<(string Space, string Title, string Path)> before, List<PageCandidate> candidates, List<PageCandidate> changed,
        PageGuard guard, BlobReader reader, BlobWriter writer, CancellationToken cancellation)
    {
        using var people = new MentionedPeople(confluence);
        var merge = new PageMerge(new PageMap(before, people.Names), new PageMap(PageMaps.After(candidates), people.Names));
        var attachments = new AttachmentCollector(confluence, start.Documents, store, writer);
        var documents = new DocumentWriter(start.Kinds);
        var exporter = new PageExporter(confluence, store, reader, writer, guard, people, merge, documents, attachments);
        var count = new ProgressCount(pages, "compare", changed.Count);
        var compared = new PageOutcome[changed.Count];
        await Parallel.ForAsync(0, changed.Count, Parallelism(cancellation), async (index, token) =>
        {
            compared[index] = await exporter.ExportAsync(changed[index], token);
            count.Add(changed[index].Page.Title);
        });
        outcomes.AddRange(compared);
    }

    private ParallelOptions Parallelism(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = confluence.AtOnce, CancellationToken = cancellation };
}
