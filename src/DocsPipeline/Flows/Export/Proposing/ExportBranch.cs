using System.Text;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export.Proposing;

/// <summary>
/// Writes the changes as one commit and keeps exactly one pull request for them. Killed between its steps, the next run ends in the same
/// state: the commit is made from what the repository says, and a pull request of this branch is found before one is opened.
/// </summary>
internal sealed class ExportBranch(GitRepository git, GitHubClient github, RepositoryStart start, GitPerson author, TimeProvider clock)
{
    private readonly string branch = start.Branches.Export;

    public async Task<(string Commit, PullRequest Pull)> WriteAsync(IReadOnlyList<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var changed = outcomes.Where(outcome => outcome.Changes.Count > 0).ToList();
        var changes = start.Merged.Concat(changed.SelectMany(outcome => outcome.Changes));
        var draft = new CommitDraft(start.Parent, [.. changes], Message(changed), author, clock.GetUtcNow())
        {
            MergedParent = start.MergedParent,
        };
        var commit = await git.CommitAsync(draft, cancellation);
        await PushAsync(commit, cancellation);
        return (commit, await ShowAsync(commit, outcomes, cancellation));
    }

    private static string Message(List<PageOutcome> changed)
    {
        var title = changed.Count == 1 ? "Export 1 document from Confluence" : $"Export {changed.Count} documents from Confluence";
        return new StringBuilder(title).Append("\n\n").AppendJoin("", changed.Select(ProposedDocuments.Trailer)).ToString();
    }

    // Those of this run, and older ones that nobody has settled yet.
    private IReadOnlyList<string> InConflict(IReadOnlyList<ProposedDocument> proposed, IReadOnlyList<PageOutcome> outcomes)
    {
        var settled = outcomes.Where(outcome => outcome.Changes.Count > 0)
            .ToDictionary(outcome => outcome.Report.Path!, outcome => outcome.Report.Conflicts > outcome.FieldConflicts.Count);
        var open = start.Documents.Documents.Where(document => document.IsInConflict).Select(document => document.Path).ToHashSet();
        return [.. proposed.Select(document => document.Path).Where(path => settled.GetValueOrDefault(path) || open.Contains(path))];
    }

    // An open pull request is only ever added to: reviewers' commits and approvals are on that branch. A branch without one is left over
    // and may go.
    private async Task PushAsync(string commit, CancellationToken cancellation)
    {
        try
        {
            var result = await git.PushAsync(branch, commit, cancellation, start.Pull is null ? start.BranchTip ?? "" : null);
            if (!result.Accepted)
            {
                throw new GitException("push", $"{branch}: {result.Reason}; somebody pushed meanwhile, run Export again");
            }
        }
        catch (UnknownOutcomeException)
        {
            await git.FetchAsync(cancellation);
            if (await git.ResolveAsync(branch, cancellation) != commit)
            {
                throw;
            }
        }
    }

    private async Task<PullRequest> ShowAsync(string commit, IReadOnlyList<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var proposed = await ProposedDocuments.ReadAsync(git, start.Main, commit, outcomes, cancellation);
        if (start.Pull is { } empty && (await git.DiffAsync(start.Main, commit, cancellation)).Count == 0)
        {
            return await github.UpdatePullAsync(empty.Number, new PullChange(Body: PullRequestText.Emptied(), Open: false), cancellation);
        }

        var (title, body) = (PullRequestText.Title(proposed), PullRequestText.Body(proposed, outcomes, InConflict(proposed, outcomes)));
        if (start.Pull is { } open)
        {
            return await github.UpdatePullAsync(open.Number, new PullChange(title, body), cancellation);
        }

        try
        {
            return await github.CreatePullAsync(title, body, branch, start.Branches.Target, cancellation);
        }
        catch (UnknownOutcomeException)
        {
            return await github.ListPullsAsync("open", branch, cancellation) is [var opened, ..]
                ? opened
                : throw new UnknownOutcomeException("GitHub", "POST", "pulls", "none is open yet");
        }
    }
}
