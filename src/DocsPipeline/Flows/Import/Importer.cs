using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Import.Effects;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import;

/// <summary>
/// Carries what partners sent back into GitHub issues and Confluence. The feed only says where to look; what counts is the state of each resource and what the
/// ledger remembers of it, so that a run may be repeated, reordered or killed at any point.
/// </summary>
public sealed class Importer : IDisposable
{
    private readonly Connections connections;
    private readonly string folder;
    private readonly Transport transport;
    private readonly ConfluenceClient confluence;
    private readonly GitHubClient github;
    private readonly TradingGridClient grid;

    /// <param name="connections">Where the three systems are.</param>
    /// <param name="folder">The private clone of the documents' repository; made where it does not exist.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Importer(Connections connections, string folder, Transport? transport = null)
    {
        (this.connections, this.folder, this.transport) = (connections, folder, transport ?? new Transport());
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
        github = new GitHubClient(connections.GitHub, this.transport);
        grid = new TradingGridClient(connections.TradingGrid, this.transport);
    }

    public async Task<ImportReport> ImportAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report($"Reading {connections.GitHub.Repository}");
        var repository = await GitRepository.OpenAsync(folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);
        await repository.FetchAsync(cancellation);
        var branch = await DocumentsBranch.ReadAsync(repository, cancellation);
        var ledger = new LedgerBranch(repository, branch.Content.Settings.LedgerBranch, transport.Clock);
        var items = new List<ImportedItem>();
        var diagnostics = new List<Diagnostic>();
        foreach (var community in branch.Content.Settings.Communities)
        {
            var memory = await ImportMemory.ReadAsync(ledger, community, cancellation);
            progress.Report($"Reading what came from {community}");
            var (events, cursor) = await ReadFeedAsync(community, memory.Cursor, cancellation);
            await ImportAsync(community, events, cursor, branch, memory, items, diagnostics, progress, cancellation);
        }

        return new ImportReport(items, diagnostics);
    }

    public void Dispose()
    {
        confluence.Dispose();
        github.Dispose();
        grid.Dispose();
    }

    private async Task ImportAsync(
        string community, IReadOnlyList<GridEvent> events, string? cursor, DocumentsBranch branch, ImportMemory memory,
        List<ImportedItem> items, List<Diagnostic> diagnostics, IProgress<string> progress, CancellationToken cancellation)
    {
        var rules = ImportRule.ReadAll(branch.Content.Kinds);
        var told = events
            .Where(item => item.Actor.ClientId != connections.TradingGrid.ClientId && rules.Any(rule => rule.Events.Contains(item.Type)))
            .GroupBy(PartnerItemReader.Identity)
            .ToList();
        if (told.Count == 0)
        {
            return;
        }

        // The claims come first: whatever this run makes, the next one knows to look for.
        var fresh = told.Where(group => memory.Find(group.Key.Type, group.Key.Id) is null).Select(group => group.Key).ToHashSet();
        foreach (var (type, id) in fresh)
        {
            memory.Remember(new ImportRecord(type, id));
        }

        await memory.SaveAsync($"Import: claim {fresh.Count} new from {community}", cancellation);
        var partners = (await grid.ListPartnersAsync(community, cancellation)).ToDictionary(partner => partner.Id, partner => partner.Name);
        var reader = new PartnerItemReader(grid, community, partners);
        var carrier = await CarrierAsync(branch, cancellation);
        var failed = false;
        foreach (var group in told)
        {
            var rule = rules.First(rule => rule.Events.Contains(group.First().Type));
            try
            {
                if (await reader.ReadAsync(group.Key.Type, group.Key.Id, [.. group], cancellation) is { } item)
                {
                    progress.Report($"Importing {item.Type} {item.Model["number"] ?? item.Id}");
                    var record = memory.Find(item.Type, item.Id)!;
                    var mayExist = record.Version == 0 && !fresh.Contains(group.Key);
                    var (outcome, result) = await carrier.CarryAsync(item, rule, record, mayExist, connections.GitHub.Repository, cancellation);
                    memory.Remember(outcome);
                    items.Add(result.Item);
                    diagnostics.AddRange(result.Diagnostics);
                }
            }
            catch (PipelineException fault)
            {
                failed = true;
                diagnostics.AddRange(fault.Diagnostics);
                items.Add(new ImportedItem([.. group.Select(item => item.Type).Distinct()], group.Key.Type, group.Key.Id, "", ImportStatus.Failed, null, null, fault.Diagnostics[0].Message));
            }
        }

        // A cursor that moved past a failure would lose it.
        if (!failed && cursor is not null)
        {
            memory.Advance(cursor);
        }

        await memory.SaveAsync($"Import: {items.Count(item => item.Status is ImportStatus.Imported or ImportStatus.Updated)} from {community}", cancellation);
    }

    private async Task<ItemCarrier> CarrierAsync(DocumentsBranch branch, CancellationToken cancellation)
    {
        var settings = branch.Content.Settings.Spaces.FirstOrDefault(space => space.ImportParent is not null) ?? branch.Content.Settings.Spaces[0];
        var space = await confluence.FindSpaceAsync(settings.Key, cancellation) ?? throw new PipelineException(ExitCode.Errors,
            Catalogue.Configuration.SettingsAreBroken.At(PipelineSettings.Path, SourceSpan.Start, $"Confluence has no space `{settings.Key}`"));
        var documents = branch.Content.Documents;
        var templates = new ImportTemplates(branch.Content.Files);
        return new ItemCarrier(new IssueWriter(github, templates, transport.Clock), new Dictionary<ImportEffect, IImportEffect>
        {
            [ImportEffect.Page] = new PageEffect(confluence, templates, space, settings.ImportParent),
            [ImportEffect.Row] = new RowEffect(confluence, templates, documents),
            [ImportEffect.Comment] = new CommentEffect(confluence, templates, documents),
        });
    }

    // An expired cursor means reading everything again; the records make that harmless.
    private async Task<(IReadOnlyList<GridEvent> Events, string? Cursor)> ReadFeedAsync(string community, string? from, CancellationToken cancellation)
    {
        var events = new Dictionary<string, GridEvent>(StringComparer.Ordinal);
        for (var cursor = from; ;)
        {
            if (await grid.ReadEventsAsync(community, cursor, cancellation) is not { } page)
            {
                cursor = null;
                events.Clear();
                continue;
            }

            foreach (var item in page.Items)
            {
                events.TryAdd(item.Id, item);
            }

            if (!page.HasMore || page.NextCursor == cursor)
            {
                return ([.. events.Values], page.NextCursor);
            }

            cursor = page.NextCursor;
        }
    }
}
