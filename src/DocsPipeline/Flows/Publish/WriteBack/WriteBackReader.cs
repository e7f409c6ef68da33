using System.Collections.Concurrent;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>
/// Finds the pages that do not say what git says. A document that is as it was when its page was last seen to agree costs no request; where
/// all are, Confluence is not asked at all.
/// </summary>
internal sealed class WriteBackReader(ConfluenceClient confluence, FileUpdates files, SyncedPages synced, string commit)
{
    private const int AtOnce = 4;

    public async Task<WriteBackPlan> ReadAsync(
        DocumentSet documents, PipelineSettings settings, IProgress<string> progress, CancellationToken cancellation)
    {
        var digests = documents.Documents.Where(document => document.Confluence is not null).ToDictionary(document => document, DigestOf);
        var open = digests.Keys.Where(document => synced.Find(document.Confluence!.Page)?.Digest != digests[document]).ToList();
        if (open.Count == 0)
        {
            return WriteBackPlan.Empty;
        }

        progress.Report($"Comparing {open.Count} documents with their pages");
        var spaces = await new SpaceReader(confluence, progress).ReadAsync(settings.Spaces, cancellation);
        var pages = spaces.SelectMany(space => space.Pages.Select(page => (Space: space, page.Id)))
            .DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, entry => entry.Space);
        var paths = digests.Keys.DistinctBy(document => document.Confluence!.Page)
            .ToDictionary(document => document.Confluence!.Page, document => document.Path);

        // A page that is gone is Export's to report.
        var found = open.Where(document => pages.ContainsKey(document.Confluence!.Page)).ToList();
        var bodies = new ConcurrentDictionary<string, ConfluencePage>(StringComparer.Ordinal);
        string[] ids = [.. found.Select(document => document.Confluence!.Page).Distinct()];
        await confluence.ReadPagesAsync(ids, (page, _) => Task.FromResult(bodies.TryAdd(page.Id, page)), cancellation);
        found.RemoveAll(document => !bodies.ContainsKey(document.Confluence!.Page));
        using var people = new MentionedPeople(confluence);
        var map = new PageMap(spaces, paths, people.Names);
        var planner = new PageEditPlanner(confluence, synced, people, map, files, new PageGuard(confluence, spaces));
        var outcomes = new (PageEdit? Edit, Diagnostic? Obstacle)[found.Count];
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, found.Count, parallelism, async (index, token) =>
        {
            var id = found[index].Confluence!.Page;
            outcomes[index] = await planner.PlanAsync(found[index], pages[id], bodies[id], digests[found[index]], token);
        });
        return Plan(outcomes);
    }

    private WriteBackPlan Plan(IReadOnlyList<(PageEdit? Edit, Diagnostic? Obstacle)> outcomes)
    {
        var edits = outcomes.Select(outcome => outcome.Edit).OfType<PageEdit>().ToList();
        var pending = edits.Where(edit => !edit.IsEmpty).ToList();
        return new WriteBackPlan(
            pending,
            [.. edits.Except(pending).Select(edit => edit.Synced(edit.Page.Version, commit))],
            [
                .. outcomes.Select(outcome => outcome.Obstacle).OfType<Diagnostic>()
                    .Concat(pending.SelectMany(edit => edit.Diagnostics)).Order(Diagnostic.Order),
            ]);
    }

    private string DigestOf(Document document)
    {
        var parts = files.Of(document).Select(file => $"\0{file.Path}\0{Digest.Of(file)}");
        return Digest.Of(string.Concat(parts.Prepend(document.Text)));
    }
}
