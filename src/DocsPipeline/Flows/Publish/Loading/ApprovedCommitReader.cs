using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Flows.Publish.Loading;

/// <summary>
/// Reads what is to be published, and throws unless all of it was approved and holds every rule. Content comes from the commit's blobs,
/// never from a work tree.
/// </summary>
internal sealed class ApprovedCommitReader(GitRepository repository, GitHubClient github, TimeProvider clock)
{
    public async Task<ApprovedCommit> ReadAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        await repository.FetchAsync(cancellation);
        var (head, content) = await DocumentsBranch.ReadAsync(repository, cancellation);
        var settings = content.Settings;
        var ledgerHead = await repository.ResolveAsync(settings.LedgerBranch, cancellation);
        var files = ledgerHead is null ? [] : await repository.ReadTreeAsync(ledgerHead, LedgerState.Paths, cancellation);
        var ledger = LedgerState.Read(ledgerHead, files);

        progress.Report($"Proving approval of {head[..8]}");
        var approvals = new ApprovalReader(repository, github);
        var history = await ApprovedHistory.ReadAsync(repository, approvals, settings, head, ledger.PublishedCommit, cancellation);
        Faults.Refuse(ExitCode.Refused, history.Denials);

        progress.Report("Checking the documents of this commit");
        Faults.Refuse(ExitCode.Errors, Errors(content), content);
        return new ApprovedCommit(head, content, ledger, history);
    }

    // Warnings were for the pull request.
    private IReadOnlyList<Diagnostic> Errors(ContentSnapshot content) =>
    [
        .. DocumentRules.Check(content, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            .Where(diagnostic => diagnostic.Severity == Severity.Error),
    ];
}
