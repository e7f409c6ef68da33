using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish;

/// <summary>
/// Brings the communities, and the Confluence pages that documents came from, to what the published branch says: proves approval, plans, applies exactly that plan, and writes the ledger.
/// Safe to repeat and to kill: what is live already is recognised by its fingerprint and only recorded.
/// </summary>
public sealed class Publisher : IDisposable
{
    private readonly Connections connections;
    private readonly string folder;
    private readonly Transport transport;
    private readonly GitHubClient github;
    private readonly ITradingGrid grid;
    private readonly ConfluenceClient confluence;

    /// <param name="connections">Where the three systems are.</param>
    /// <param name="grid">The community; whoever opened it disposes of it.</param>
    /// <param name="folder">The private clone of the documents' repository; made where it does not exist.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Publisher(Connections connections, ITradingGrid grid, string folder, Transport? transport = null)
    {
        (this.connections, this.grid, this.folder, this.transport) = (connections, grid, folder, transport ?? new Transport());
        github = new GitHubClient(connections.GitHub, this.transport);
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
    }

    /// <summary>What <see cref="PublishAsync"/> would do now; reads only.</summary>
    public async Task<Plan> PlanAsync(PublishRequest request, IProgress<string> progress, CancellationToken cancellation) =>
        (await ReadAsync(await OpenAsync(cancellation), request, progress, cancellation)).Plan;

    /// <summary>Throws <see cref="PipelineException"/> before the first write where anything is refused; afterwards the report says what was done.</summary>
    public async Task<PublishReport> PublishAsync(PublishRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        var repository = await OpenAsync(cancellation);
        var run = await ReadAsync(repository, request, progress, cancellation);
        if (run.Plan.Refusals.Count > 0)
        {
            throw new PipelineException(ExitCode.Refused, run.Plan.Refusals);
        }

        if (request.PlanFile is { } file && PlanFile.Read(file) != PlanFile.Of(run.Plan))
        {
            throw new PipelineException(ExitCode.StalePlan, Catalogue.Publish.PlanIsStale.At(
                file, SourceSpan.Start, "the commit, the ledger, the inventory or the rules moved since this plan was made", help: "make a new plan: ./build.sh plan"));
        }

        if (run.Settings.Windows.Count > 0 && !run.Settings.Windows.Any(window => window.IsOpen(transport.Clock.GetUtcNow())))
        {
            throw new PipelineException(ExitCode.Refused, Catalogue.Publish.WindowIsClosed.At(
                PipelineSettings.Path, SourceSpan.Start, "Publish may not write now", help: $"run it on {string.Join("; or on ", run.Settings.Windows)}"));
        }

        var receipts = run.Ledger.Receipts.Values.ToDictionary(receipt => receipt.Key);
        var publications = new List<ContentFile>();
        var outcome = await ApplyAsync(run, receipts, publications, progress, cancellation);
        var pages = new PageWriter(confluence, run.Plan.Binding.Commit);
        if (outcome.Diagnostics.Count == 0)
        {
            await pages.WriteAsync(run.Plan.Pages.Edits, progress, cancellation);
        }

        var synced = run.Ledger.Pages.With(run.Plan.Pages.Agreeing.Concat(pages.Synced));
        var ledger = run.Ledger.Head;
        if (publications.Count > 0 || !synced.Same(run.Ledger.Pages) || run.Ledger.PublishedCommit != run.Plan.Binding.Commit || !receipts.Values.SequenceEqual(run.Ledger.Receipts.Values))
        {
            progress.Report("Writing the ledger");
            var published = outcome.Diagnostics.Count == 0 ? run.Plan.Binding.Commit : run.Ledger.PublishedCommit;
            var message = $"Publish {run.Plan.Binding.Commit[..8]}: {PlanRenderer.Summary(run.Plan)}";
            var files = LedgerFiles.Write(published, receipts.Values, synced).Concat(publications);
            ledger = await new LedgerBranch(repository, run.Settings.LedgerBranch, CommitAuthor.Of(connections.GitHub), transport.Clock).AppendAsync(run.Ledger.Head, message, files, cancellation);
        }

        if (outcome.Diagnostics.Count == 0)
        {
            await new CaseLinks(grid).LinkAsync(run.Plan.Changes.Select(change => change.Desired).OfType<DesiredPublication>(), run.Kinds, progress, cancellation);
        }

        return outcome with { Ledger = ledger, Pages = pages.Written, Diagnostics = [.. outcome.Diagnostics, .. run.Plan.Pages.Diagnostics, .. pages.Obstacles] };
    }

    public void Dispose()
    {
        github.Dispose();
        confluence.Dispose();
    }

    private async Task<PublishReport> ApplyAsync(
        PlannedRun run, Dictionary<(string, string), Receipt> receipts, List<ContentFile> publications, IProgress<string> progress, CancellationToken cancellation)
    {
        var writer = new CommunityWriter(grid);
        var done = new List<PublishedDocument>();
        var faults = new List<Diagnostic>();
        foreach (var change in run.Plan.Changes)
        {
            if (faults.Count > 0)
            {
                done.Add(Outcome(change, PublishStatus.Failed, null, null, "not reached"));
                continue;
            }

            try
            {
                var (status, receipt) = await ApplyAsync(change, run, writer, progress, cancellation);
                Remember(change, receipt, receipts, publications, run);
                done.Add(Outcome(change, status, receipt?.Revision ?? change.Live?.PublishedRevision, receipt is null ? change.Live?.Url : new Uri(receipt.Url), change.Reason));
            }
            catch (PipelineException fault)
            {
                // What was done stays done and goes into the ledger; the next run continues behind it.
                faults.AddRange(fault.Diagnostics);
                done.Add(Outcome(change, PublishStatus.Failed, null, null, fault.Diagnostics[0].Message));
            }
        }

        return new PublishReport(run.Plan.Binding.Commit, null, done, faults);
    }

    private async Task<(PublishStatus Status, Receipt? Receipt)> ApplyAsync(
        Change change, PlannedRun run, CommunityWriter writer, IProgress<string> progress, CancellationToken cancellation)
    {
        switch (change.Action)
        {
            case ChangeAction.Create or ChangeAction.Update:
                progress.Report($"Publishing {change.ExternalId} to {change.Community}");
                var source = Provenance.Source(change.Desired!.Document, run, connections.GitHub.Repository);
                var published = await writer.PublishAsync(change, source, cancellation);
                return (PublishStatus.Published, Provenance.Receipt(change, source, published));
            case ChangeAction.Record:
                progress.Report($"Recording {change.ExternalId}, which is live already");
                var live = await grid.FindDocumentAsync(change.Community, change.ExternalId, cancellation);
                return (PublishStatus.Recorded, Provenance.Receipt(change, live?.Source ?? Provenance.Source(change.Desired!.Document, run, connections.GitHub.Repository), live!));
            case ChangeAction.Archive:
                progress.Report($"Withdrawing {change.ExternalId} from {change.Community}");
                await writer.ArchiveAsync(change, cancellation);
                return (PublishStatus.Withdrawn, run.Ledger.Receipts.GetValueOrDefault((change.Community, change.ExternalId)) is { } receipt ? receipt with { State = ReceiptState.Archived } : null);
            default:
                return (PublishStatus.Unchanged, null);
        }
    }

    private static void Remember(
        Change change, Receipt? receipt, Dictionary<(string, string), Receipt> receipts, List<ContentFile> publications, PlannedRun run)
    {
        if (receipt is not null)
        {
            receipts[receipt.Key] = receipt.Sealed(run.Ledger.Receipts.GetValueOrDefault(receipt.Key)?.Hash ?? "");
        }

        if (change is { Action: ChangeAction.Create or ChangeAction.Update or ChangeAction.Record, Desired: { } desired })
        {
            var path = $"{LedgerState.PublicationsFolder}{change.Community}/{change.ExternalId}.html";
            publications.Add(new ContentFile(path, Encoding.UTF8.GetBytes(desired.Draft.Content.Html)));
        }

        foreach (var old in change.Supersedes)
        {
            if (receipts.GetValueOrDefault((change.Community, old)) is { State: ReceiptState.Published } before)
            {
                receipts[before.Key] = (before with { State = ReceiptState.Superseded, SupersededBy = change.ExternalId }).Sealed(before.Hash);
            }
        }
    }

    private static PublishedDocument Outcome(Change change, PublishStatus status, int? revision, Uri? url, string reason) => new(
        change.Community, change.ExternalId, change.Desired?.Document.Id.Value ?? change.ExternalId, change.Title, status, revision, url, change.Desired?.Readers ?? [], reason)
    {
        Path = change.Desired?.Document.Path ?? "",
    };

    private Task<GitRepository> OpenAsync(CancellationToken cancellation) => GitRepository.OpenAsync(folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);

    private Task<PlannedRun> ReadAsync(GitRepository repository, PublishRequest request, IProgress<string> progress, CancellationToken cancellation) =>
        new PlanReader(connections, repository, github, grid, confluence, transport.Clock).ReadAsync(request, progress, cancellation);
}
