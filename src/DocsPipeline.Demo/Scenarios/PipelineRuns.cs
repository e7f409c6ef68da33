using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Flows.Validate;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>The pipeline's own targets, run as CI runs them; keeps what they reported.</summary>
internal sealed class PipelineRuns(Connections connections, string folder, IProgress<string> steps)
{
    private const string Review = "confluence-export";

    private readonly string repository = Path.Combine(folder, "repository.git");

    public List<PublishedDocument> Published { get; } = [];

    public List<ImportedItem> Imported { get; } = [];

    /// <summary>The number of the pull request that holds the exported pages; null where nothing changed.</summary>
    public async Task<int?> ExportAsync(CancellationToken cancellation)
    {
        using var exporter = new Exporter(connections, repository);
        var report = await exporter.RunAsync(new ExportRequest { ReportDirectory = folder }, steps, cancellation);
        Stop(report.ExitCode, report.Diagnostics);
        if (report.Commit is null)
        {
            return null;
        }

        await ValidateAsync(Review, cancellation);
        return report.PullRequest;
    }

    /// <summary>
    /// Holds a branch of the documents' repository against every rule, as CI does on a pull request; any error stops the run.
    /// </summary>
    public async Task ValidateAsync(string branch, CancellationToken cancellation)
    {
        var clone = await GitRepository.OpenAsync(repository, GitRemote.Of(connections.GitHub), cancellation);
        await clone.FetchAsync(cancellation);
        var head = await clone.ResolveAsync(branch, cancellation) ?? throw new InvalidOperationException($"there is no branch {branch}");
        var files = await clone.ReadTreeAsync(head, ["content", "schemas"], cancellation);
        var report = Validator.Check(new ContentSnapshot(files), TimeProvider.System, cancellation: cancellation);
        steps.Report($"Validate: {report.Findings.Summary}");
        Stop(report.ExitCode, report.Diagnostics);
    }

    public async Task<Plan> PlanAsync(CancellationToken cancellation)
    {
        var transport = new Transport();
        using var grid = new TradingGridClient(connections.TradingGrid, transport);
        using var publisher = new Publisher(connections, grid, repository, transport);
        return await publisher.PlanAsync(new PublishRequest(), steps, cancellation);
    }

    public async Task PublishAsync(CancellationToken cancellation)
    {
        var transport = new Transport();
        using var grid = new TradingGridClient(connections.TradingGrid, transport);
        using var publisher = new Publisher(connections, grid, repository, transport);
        var report = await publisher.RunAsync(new PublishRequest(), steps, cancellation);
        Published.AddRange(report.Documents.Where(document => document.Status == PublishStatus.Published));
        Stop(report.ExitCode, report.Diagnostics);
    }

    public async Task ImportAsync(CancellationToken cancellation)
    {
        var transport = new Transport();
        using var grid = new TradingGridClient(connections.TradingGrid, transport);
        using var importer = new Importer(connections, grid, transport);
        var report = await importer.RunAsync(new ImportRequest(repository), steps, cancellation);
        Imported.AddRange(report.Items);
        Stop(report.ExitCode, report.Diagnostics);
    }

    private static void Stop(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (exitCode != ExitCode.Done)
        {
            throw new PipelineException(exitCode, diagnostics);
        }
    }
}
