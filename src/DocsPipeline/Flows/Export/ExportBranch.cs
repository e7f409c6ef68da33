using System.Text;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Export;

/// <summary>
/// Writes the changes as one commit and keeps exactly one pull request for them. Killed between its steps, the next run ends in the same state: the commit is made from what the
/// repository says, and a pull request of this branch is found before one is opened.
/// </summary>
internal sealed class ExportBranch(GitRepository git, GitHubClient github, ExportRequest request, GitPerson author, TimeProvider clock)
{
    public async Task<(string Commit, PullRequest Pull)> WriteAsync(RepositoryStart start, IReadOnlyList<PageOutcome> outcomes, CancellationToken cancellation)
    {
        var changed = outcomes.Where(outcome => outcome.Changes.Count > 0).ToList();
        var draft = new CommitDraft(start.Parent, [.. start.Merged, .. changed.SelectMany(outcome => outcome.Changes)], Message(changed), author, clock.GetUtcNow()) { MergedParent = start.MergedParent };
        var commit = await git.CommitAsync(draft, cancellation);
        await PushAsync(start, commit, cancellation);
        return (commit, await ShowAsync(start.Pull, outcomes, changed, cancellation));
    }

    private static string Message(List<PageOutcome> changed)
    {
        var text = new StringBuilder(changed.Count == 1 ? "Export 1 document from Confluence\n\n" : $"Export {changed.Count} documents from Confluence\n\n");
        foreach (var page in changed.Select(outcome => outcome.Report))
        {
            text.Append($"- {page.Path}: {page.Reason}\n");
        }

        return text.ToString();
    }

    // An open pull request is only ever added to: reviewers' commits and approvals are on that branch. A branch without one is left over and may go.
    private async Task PushAsync(RepositoryStart start, string commit, CancellationToken cancellation)
    {
        try
        {
            var result = await git.PushAsync(request.ExportBranch, commit, cancellation, start.Pull is null ? start.BranchTip ?? "" : null);
            if (!result.Accepted)
            {
                throw new GitException("push", $"{request.ExportBranch}: {result.Reason}; somebody pushed meanwhile, run Export again");
            }
        }
        catch (UnknownOutcomeException)
        {
            await git.FetchAsync(cancellation);
            if (await git.ResolveAsync(request.ExportBranch, cancellation) != commit)
            {
                throw;
            }
        }
    }

    private async Task<PullRequest> ShowAsync(PullRequest? open, IReadOnlyList<PageOutcome> outcomes, List<PageOutcome> changed, CancellationToken cancellation)
    {
        var (title, body) = (PullRequestText.Title(changed), PullRequestText.Body(outcomes));
        if (open is not null)
        {
            return await github.UpdatePullAsync(open.Number, new PullChange(title, body), cancellation);
        }

        try
        {
            return await github.CreatePullAsync(title, body, request.ExportBranch, request.Branch, cancellation);
        }
        catch (UnknownOutcomeException)
        {
            return await github.ListPullsAsync("open", request.ExportBranch, cancellation) is [var opened, ..] ? opened : throw new UnknownOutcomeException("GitHub", "POST", "pulls", "none is open yet");
        }
    }
}
