using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Import.Effects;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
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
/// Carries what partners sent back into GitHub issues and Confluence. The feed only says where to look; what counts is the state of each
/// item and what the ledger remembers of it, so that a run may be repeated, reordered or killed at any point.
/// </summary>
public sealed class Importer : IDisposable
{
    private readonly Connections connections;
    private readonly ITradingGrid grid;
    private readonly Transport transport;
    private readonly ConfluenceClient confluence;
    private readonly GitHubClient github;

    /// <param name="connections">Where Confluence and GitHub are.</param>
    /// <param name="grid">The community; whoever opened it disposes of it.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Importer(Connections connections, ITradingGrid grid, Transport? transport = null)
    {
        (this.connections, this.grid, this.transport) = (connections, grid, transport ?? new Transport());
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
        github = new GitHubClient(connections.GitHub, this.transport);
    }

    /// <summary>
    /// One community after the other. A community that cannot tell what happened, or an item that fails, does not stop the others.
    /// </summary>
    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report($"Reading {connections.GitHub.Repository}");
        var repository = await GitRepository.OpenAsync(request.Folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);
        await repository.FetchAsync(cancellation);
        var branch = await DocumentsBranch.ReadAsync(repository, cancellation);
        var author = CommitAuthor.Of(connections.GitHub);
        var ledger = new LedgerBranch(repository, branch.Content.Settings.LedgerBranch, author, transport.Clock);
        var items = new List<ImportedItem>();
        var refusals = new List<Diagnostic>();
        foreach (var community in branch.Content.Settings.Communities)
        {
            if (!(await grid.GetCapabilitiesAsync(community, cancellation)).Contains(Capability.Events))
            {
                refusals.Add(Catalogue.Systems.CapabilityIsMissing.At(
                    $"community {community}", SourceSpan.Start, $"community {community} cannot tell what partners sent"));
                continue;
            }

            progress.Report($"Reading what came from {community}");
            var state = await ImportState.ReadAsync(ledger, community, cancellation);
            items.AddRange(await ImportAsync(community, branch, state, progress, cancellation));
        }

        return new ImportReport(items, refusals);
    }

    public void Dispose()
    {
        confluence.Dispose();
        github.Dispose();
    }

    private async Task<IReadOnlyList<ImportedItem>> ImportAsync(
        string community, DocumentsBranch branch, ImportState state, IProgress<string> progress, CancellationToken cancellation)
    {
        var (events, cursor) = await new FeedReader(grid).ReadAsync(community, state.Cursor, cancellation);
        var rules = ImportRule.ReadAll(branch.Content.Kinds);
        var told = events
            .Where(told => told is { IsOwn: false, Item: not null } && rules.Any(rule => rule.Events.Contains(told.Type)))
            .GroupBy(told => told.Item!.Value)
            .ToList();
        if (told.Count == 0)
        {
            return [];
        }

        // The claims come first: whatever this run makes, the next one knows to look for.
        var fresh = told.Where(group => state.Find(group.Key) is null).Select(group => group.Key).ToHashSet();
        foreach (var item in fresh)
        {
            state.Remember(new ImportRecord(item.Kind, item.Id));
        }

        await state.SaveAsync($"Import: claim {fresh.Count} new from {community}", cancellation);
        var partners = (await grid.ListPartnersAsync(community, cancellation)).ToDictionary(partner => partner.Id, partner => partner.Name);
        var models = new ItemModels(partners);
        var synchronizer = await SynchronizerAsync(branch, cancellation);
        var results = new List<ImportedItem>();
        foreach (var group in told)
        {
            var names = group.Select(told => told.Type).Distinct().ToList();
            try
            {
                if (await grid.FindItemAsync(community, group.Key, cancellation) is { } found)
                {
                    var item = new ImportItem(group.Key, found.Version, names, models.Of(found));
                    progress.Report($"Importing {group.Key.Kind.Word()} {item.Title}");
                    var rule = rules.First(rule => rule.Events.Contains(names[0]));
                    var record = state.Find(group.Key)!;
                    var mayExist = record.Version == 0 && !fresh.Contains(group.Key);
                    var (current, result) = await synchronizer.SynchronizeAsync(community, item, rule, record, mayExist, cancellation);
                    state.Remember(current);
                    results.Add(result);
                }
            }
            catch (PipelineException fault)
            {
                results.Add(new ImportedItem(group.Key, names, "", ImportStatus.Failed) { Diagnostics = fault.Diagnostics });
            }
        }

        // A cursor that moved past a failure would lose it.
        if (!results.Exists(result => result.Status == ImportStatus.Failed))
        {
            state.Advance(cursor);
        }

        var count = results.Count(result => result.Status is ImportStatus.Imported or ImportStatus.Updated);
        await state.SaveAsync($"Import: {count} from {community}", cancellation);
        return results;
    }

    private async Task<ItemSynchronizer> SynchronizerAsync(DocumentsBranch branch, CancellationToken cancellation)
    {
        var spaces = branch.Content.Settings.Spaces;
        var settings = spaces.FirstOrDefault(space => space.ImportParent is not null) ?? spaces[0];
        var space = await confluence.FindSpaceAsync(settings.Key, cancellation) ?? throw new PipelineException(
            ExitCode.Errors, Catalogue.Configuration.SettingsAreBroken.At(
                PipelineSettings.Path, SourceSpan.Start, $"Confluence has no space `{settings.Key}`"));
        var documents = branch.Content.Documents;
        var templates = new ImportTemplates(branch.Content.Files);
        var issues = new IssueWriter(github, templates, transport.Clock);
        return new ItemSynchronizer(grid, connections.GitHub.Repository, issues, new Dictionary<ImportEffect, IImportEffect>
        {
            [ImportEffect.Page] = new PageEffect(confluence, templates, space, settings.ImportParent),
            [ImportEffect.Row] = new RowEffect(confluence, templates, documents),
            [ImportEffect.Comment] = new CommentEffect(confluence, templates, documents),
        });
    }
}
