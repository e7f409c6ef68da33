using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Flows.Publish.Loading;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish;

/// <summary>
/// Brings the communities, and the Confluence pages that documents came from, to what the published branch says: proves approval, plans,
/// applies exactly that plan, and writes the ledger. Safe to repeat and to kill: what is live already is recognised by its content hash and
/// only recorded.
/// </summary>
public sealed class Publisher : IDisposable
{
    private readonly Connections connections;
    private readonly string folder;
    private readonly Transport transport;
    private readonly GitHubClient github;
    private readonly ITradingGrid grid;
    private readonly ConfluenceClient confluence;

    /// <param name="connections">Where the systems are.</param>
    /// <param name="grid">The communities.</param>
    /// <param name="folder">The private clone of the documents' repository; made where it does not exist.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Publisher(Connections connections, ITradingGrid grid, string folder, Transport? transport = null)
    {
        (this.connections, this.grid, this.folder, this.transport) = (connections, grid, folder, transport ?? new Transport());
        github = new GitHubClient(connections.GitHub, this.transport);
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
    }

    /// <summary>What <see cref="RunAsync"/> would do now; reads only.</summary>
    public async Task<Plan> PlanAsync(PublishRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        var run = await ReadAsync(await OpenAsync(cancellation), progress, cancellation);
        PublishConditions.CheckPlan(request.PlanFile, run.Plan);
        return run.Plan;
    }

    /// <summary>
    /// Throws <see cref="PipelineException"/> before the first write where anything is refused; afterwards the report says what was done.
    /// </summary>
    public async Task<PublishReport> RunAsync(PublishRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        var repository = await OpenAsync(cancellation);
        var run = await ReadAsync(repository, progress, cancellation);
        PublishConditions.Check(request, run, transport.Clock.GetUtcNow());

        var (plan, commit) = (run.Plan, run.Plan.Binding.Commit);
        var ledger = new LedgerDraft(run.Ledger);
        var provenance = new Provenance(connections.GitHub.Repository, commit, run.History, run.Ledger);
        var changes = new ChangeApplier(grid, provenance, run.Ledger, ledger, progress);
        await changes.ApplyAsync(plan, cancellation);
        var isComplete = changes.Faults.Count == 0;
        var pages = new PageWriter(confluence, commit);
        if (isComplete)
        {
            await pages.WriteAsync(plan.Pages.Edits, progress, cancellation);
        }

        var head = run.Ledger.Head;
        var synced = run.Ledger.Pages.With(plan.Pages.Agreeing.Concat(pages.Synced));
        if (ledger.Files(commit, isComplete, synced) is { Count: > 0 } files)
        {
            progress.Report("Writing the ledger");
            var branch = new LedgerBranch(repository, run.Settings.LedgerBranch, CommitAuthor.Of(connections.GitHub), transport.Clock);
            head = await branch.AppendAsync(head, $"Publish {commit[..8]}: {PlanRenderer.Summary(plan)}", files, cancellation);
        }

        return new PublishReport(
            commit, head, changes.Documents, [.. changes.Faults, .. changes.Left(commit), .. plan.Notices, .. pages.Obstacles])
        {
            Links = changes.Links,
            Pages = pages.Written,
        };
    }

    public void Dispose()
    {
        github.Dispose();
        confluence.Dispose();
    }

    private Task<GitRepository> OpenAsync(CancellationToken cancellation) =>
        GitRepository.OpenAsync(folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);

    private Task<PlannedRun> ReadAsync(GitRepository repository, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report($"Reading {connections.GitHub.Repository}");
        var commits = new ApprovedCommitReader(repository, github, transport.Clock);
        return new PlanReader(repository, commits, grid, confluence).ReadAsync(progress, cancellation);
    }
}
