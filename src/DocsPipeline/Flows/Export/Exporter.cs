using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export.Comparing;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Proposing;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export;

/// <summary>
/// Brings what writers changed in Confluence into one pull request. Reads everything before it writes anything; a page that cannot be taken
/// is reported and left alone, the others go on; a second run on unchanged pages reads listings and writes nothing. A run that was killed
/// is simply run again: pages that it had read are not read twice.
/// </summary>
public sealed class Exporter : IDisposable
{
    private readonly Connections connections;
    private readonly string folder;
    private readonly Transport transport;
    private readonly ConfluenceClient confluence;
    private readonly GitHubClient github;

    /// <param name="connections">Where the systems are.</param>
    /// <param name="folder">The private clone of the documents' repository; made where it does not exist. Pages that were read and not yet
    /// exported lie beside it, in <c>pages</c>.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Exporter(Connections connections, string folder, Transport? transport = null)
    {
        (this.connections, this.folder, this.transport) = (connections, folder, transport ?? new Transport());
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
        github = new GitHubClient(connections.GitHub, this.transport);
    }

    /// <summary>
    /// Throws <see cref="PipelineException"/> before the first write where something is missing; otherwise the report says what became of
    /// each page.
    /// </summary>
    public async Task<ExportReport> RunAsync(ExportRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("Fetching the documents' repository");
        var git = await GitRepository.OpenAsync(folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);
        var start = await RepositoryStart.LoadAsync(git, github, new BranchPair(request.Branch, request.ExportBranch), cancellation);
        var declined = await DeclinedProposals.LoadAsync(git, github, start, cancellation);
        var spaces = await new SpaceReader(confluence, progress).ReadAsync(start.Settings.Spaces, cancellation);
        var store = new PageStore(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, "pages"));

        var planner = new ExportPlanner(confluence, git, start, declined, store, transport.Clock, progress, request.Pages);
        var outcomes = await planner.PlanAsync(spaces, cancellation);
        var written = await WriteAsync(git, start, outcomes, progress, cancellation);
        store.Prune();

        var pull = written?.Pull ?? start.Pull;
        var report = new ExportReport(
            [.. outcomes.Select(outcome => outcome.Report)], written?.Commit, pull?.Number, pull?.Url,
            [.. outcomes.SelectMany(outcome => outcome.Diagnostics).Order(Diagnostic.Order)]);
        if (request.ReportDirectory is { } directory)
        {
            ExportReportFile.Write(directory, report);
        }

        return report;
    }

    public void Dispose()
    {
        confluence.Dispose();
        github.Dispose();
    }

    private async Task<(string Commit, PullRequest Pull)?> WriteAsync(
        GitRepository git, RepositoryStart start, IReadOnlyList<PageOutcome> outcomes, IProgress<string> progress,
        CancellationToken cancellation)
    {
        var changed = outcomes.Count(outcome => outcome.Changes.Count > 0);
        if (changed == 0)
        {
            return null;
        }

        progress.Report($"Writing {changed} documents to the branch {start.Branches.Export}");
        var author = CommitAuthor.Of(connections.GitHub);
        var written = await new ExportBranch(git, github, start, author, transport.Clock).WriteAsync(outcomes, cancellation);
        var state = written.Pull.IsOpen ? "" : ", closed because nothing is left in it";
        progress.Report($"Pull request {written.Pull.Number}{state}: {written.Pull.Url}");
        return written;
    }
}
