using Build.Narration;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Systems;

namespace Build.Story;

/// <summary>The pipeline's own targets, run as CI runs them; keeps what they reported.</summary>
internal sealed class PipelineRuns(Connections connections, string folder, Func<IReadOnlyList<ContentFile>, IReadOnlyList<Diagnostic>> check, Narrator narrator)
{
    private readonly string repository = Path.Combine(folder, "repository.git");

    public List<PublishedDocument> Published { get; } = [];

    public List<ImportedItem> Imported { get; } = [];

    /// <summary>The number of the pull request that holds the exported pages; null where nothing changed.</summary>
    public async Task<int?> ExportAsync(CancellationToken cancellation)
    {
        using var exporter = new Exporter(connections, repository);
        var report = await exporter.RunAsync(new ExportRequest { ReportDirectory = folder }, narrator, cancellation);
        Stop(report.ExitCode, report.Diagnostics);
        return report.Commit is null ? null : report.PullRequest;
    }

    public async Task<Plan> PlanAsync(CancellationToken cancellation)
    {
        using var publisher = new Publisher(connections, repository);
        return await publisher.PlanAsync(new PublishRequest(check), narrator, cancellation);
    }

    public async Task PublishAsync(CancellationToken cancellation)
    {
        using var publisher = new Publisher(connections, repository);
        var report = await publisher.PublishAsync(new PublishRequest(check), narrator, cancellation);
        Published.AddRange(report.Documents.Where(document => document.Status == PublishStatus.Published));
        Stop(report.ExitCode, report.Diagnostics);
    }

    public async Task ImportAsync(CancellationToken cancellation)
    {
        using var importer = new Importer(connections, repository);
        var report = await importer.ImportAsync(narrator, cancellation);
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
