using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Flows.Publish.Loading;
using DocsPipeline.Flows.Publish.Publications;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish;

/// <summary>Reads everything that a plan is made of, completely, before the first write, and compares it.</summary>
internal sealed class PlanReader(GitRepository repository, ApprovedCommitReader commits, ITradingGrid grid, ConfluenceClient confluence)
{
    public async Task<PlannedRun> ReadAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        var (head, content, ledger, history) = await commits.ReadAsync(progress, cancellation);
        var (settings, documents) = (content.Settings, content.Documents);
        var desired = PublicationSet.Build(content);
        var communities = new CommunityReader(grid, content, desired);
        var inventories = new List<CommunityInventory>();
        foreach (var community in settings.Communities)
        {
            progress.Report($"Reading the inventory of {community}");
            inventories.Add(await communities.ReadAsync(community, cancellation));
        }

        var binding = PlanBindings.Of(head, ledger.Head, inventories, content);
        var plan = ChangePlanner.Compare(binding, desired, inventories, ledger, settings.Guardrails);
        var files = new FileUpdates(confluence, documents, repository.FindFileAsync);
        var pages = await new WriteBackReader(confluence, files, ledger.Pages, head).ReadAsync(documents, settings, progress, cancellation);
        var sources = documents.Documents.Count(document => document.Confluence is not null);
        return new PlannedRun(settings, ledger, history, plan with
        {
            Pages = pages,
            Refusals = [.. plan.Refusals, .. Guardrails.CheckPages(pages.Edits.Count, sources, settings.Guardrails)],
            Notices = [.. plan.Notices, .. pages.Diagnostics],
        });
    }
}
