using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export;

/// <summary>
/// Brings what writers changed in Confluence into one pull request. Reads everything before it writes anything; a page that cannot be taken is reported and left alone, the others go
/// on; a second run on unchanged pages reads listings and writes nothing.
/// </summary>
public sealed partial class Exporter : IDisposable
{
    private const int AtOnce = 4;

    private readonly Connections connections;
    private readonly string folder;
    private readonly Transport transport;
    private readonly ConfluenceClient confluence;
    private readonly GitHubClient github;

    /// <param name="connections">Where the systems are.</param>
    /// <param name="folder">The private clone of the documents' repository; made where it does not exist.</param>
    /// <param name="transport">Clock, network and request count of the run.</param>
    public Exporter(Connections connections, string folder, Transport? transport = null)
    {
        (this.connections, this.folder, this.transport) = (connections, folder, transport ?? new Transport());
        confluence = new ConfluenceClient(connections.Confluence, this.transport);
        github = new GitHubClient(connections.GitHub, this.transport);
    }

    /// <summary>Throws <see cref="PipelineException"/> before the first write where something is missing; otherwise the report says what became of each page.</summary>
    public async Task<ExportReport> RunAsync(ExportRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("Fetching the documents' repository");
        var git = await GitRepository.OpenAsync(folder, GitRemote.Of(connections.GitHub), cancellation, transport.Log);
        var start = await RepositoryStart.LoadAsync(git, github, request, cancellation);
        var spaces = await new SpaceReader(confluence, progress).ReadAsync(start.Settings.Spaces, cancellation);

        var outcomes = await CompareAsync(start, spaces, progress, cancellation);
        var changed = outcomes.Count(outcome => outcome.Changes.Count > 0);
        (string Commit, PullRequest Pull)? written = null;
        if (changed > 0)
        {
            progress.Report($"Writing {changed} documents to the branch {request.ExportBranch}");
            var author = new GitPerson(connections.GitHub.Login, $"{connections.GitHub.Login}@users.noreply.github.com");
            written = await new ExportBranch(git, github, request, author, transport.Clock).WriteAsync(start, outcomes, cancellation);
            progress.Report($"Pull request {written.Value.Pull.Number}: {written.Value.Pull.Url}");
        }

        var pull = written?.Pull ?? start.Pull;
        var report = new ExportReport(
            [.. outcomes.Select(outcome => outcome.Report)], written?.Commit, pull?.Number, pull?.Url, [.. outcomes.SelectMany(outcome => outcome.Diagnostics).Order(Diagnostic.Order)]);
        progress.Report(Summary(report));
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

    private static string Summary(ExportReport report) =>
        $"{report.Count(ExportStatus.Exported)} exported, {report.Count(ExportStatus.Unchanged)} unchanged, {report.Count(ExportStatus.Skipped)} skipped, {report.Count(ExportStatus.Failed)} failed";

    private async Task<IReadOnlyList<PageOutcome>> CompareAsync(RepositoryStart start, IReadOnlyList<SpaceContent> spaces, IProgress<string> progress, CancellationToken cancellation)
    {
        var sorter = new PageSorter(start);
        var guard = new PageGuard(confluence, spaces);
        var outcomes = new List<PageOutcome>();
        var candidates = new List<PageCandidate>();
        foreach (var (space, page) in spaces.SelectMany(space => space.Pages.Select(page => (space, page))))
        {
            var (candidate, outcome) = sorter.Sort(space, page);
            if (candidate is { Existing: null } && await guard.ObjectionAsync(page, cancellation) is { } objection)
            {
                outcomes.Add(new PageOutcome(candidate.Report(ExportStatus.Skipped, objection.Message), [], [objection]));
            }
            else if (candidate is not null)
            {
                candidates.Add(candidate);
            }
            else
            {
                outcomes.Add(outcome!);
            }
        }

        progress.Report($"Comparing {candidates.Count} pages with their documents");
        var names = await confluence.NamesOfAsync([.. spaces.SelectMany(space => space.Pages).SelectMany(page => AccountId().Matches(page.Body)).Select(match => match.Groups[1].Value).Distinct()], cancellation);
        var before = new PageMap(spaces, candidates.Where(candidate => candidate.Existing?.Confluence is not null).ToDictionary(candidate => candidate.Page.Id, candidate => candidate.Path), names);
        var after = new PageMap(spaces, candidates.ToDictionary(candidate => candidate.Page.Id, candidate => candidate.Path), names);
        var desk = new PageDesk(confluence, guard, new PageComparer(start, before, after, candidates.Exists(candidate => candidate.Existing?.Confluence is null)), new AttachmentCollector(confluence, start.Files));
        var compared = new PageOutcome[candidates.Count];
        await Parallel.ForAsync(0, candidates.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (index, token) =>
            compared[index] = await desk.WorkAsync(candidates[index], token));
        return [.. outcomes, .. compared, .. await new RetiredDocuments(start, confluence, transport.Clock).FindAsync(spaces, cancellation)];
    }

    [GeneratedRegex("ri:account-id=\"([^\"<>&]{1,128})\"")]
    private static partial Regex AccountId();
}
