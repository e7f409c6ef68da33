using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>All issues, open and closed, without the pull requests that GitHub lists among them, newest first.</summary>
    public Task<IReadOnlyList<Issue>> ListIssuesAsync(CancellationToken cancellation) => ListAsync(
        "issues?state=all",
        GitHubJson.Default.ListIssuePayload,
        page => page.Where(issue => issue.PullRequest is null).Select(issue => issue.ToValue()),
        cancellation);

    public async Task<Issue> GetIssueAsync(int number, CancellationToken cancellation) =>
        (await GetAsync(At($"issues/{number}"), GitHubJson.Default.IssuePayload, cancellation)).ToValue();

    /// <summary>There is no idempotency key for this call: after an <see cref="UnknownOutcomeException"/> look for the issue by its marker in the listing, and wait out its lag.</summary>
    public async Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation)
    {
        var request = new IssueCreateRequest(issue.Title, issue.Body, issue.Labels);
        return (await WriteAsync(HttpMethod.Post, "issues", request, GitHubJson.Default.IssueCreateRequest, GitHubJson.Default.IssuePayload, cancellation)).ToValue();
    }

    public async Task<Issue> UpdateIssueAsync(int number, IssueChange change, CancellationToken cancellation)
    {
        var request = new IssueUpdateRequest(change.Title, change.Body, StateOf(change.Open), change.StateReason);
        return (await WriteAsync(HttpMethod.Patch, $"issues/{number}", request, GitHubJson.Default.IssueUpdateRequest, GitHubJson.Default.IssuePayload, cancellation)).ToValue();
    }

    /// <summary>Creates the labels that the repository lacks; those that exist keep their colour.</summary>
    public async Task EnsureLabelsAsync(IEnumerable<Label> labels, CancellationToken cancellation)
    {
        var existing = await ListAsync("labels", GitHubJson.Default.ListLabelPayload, page => page.Select(label => label.Name), cancellation);
        foreach (var label in labels.Where(label => !existing.Contains(label.Name, StringComparer.OrdinalIgnoreCase)))
        {
            var request = RemoteRequest.Send(HttpMethod.Post, At("labels"), new LabelPayload(label.Name, label.Color, label.Description), GitHubJson.Default.LabelPayload);
            var response = await SendAsync(request with { Accepts = [422] }, cancellation);
            if (response.Status == 422 && response.Refusal is { Code: not "already_exists" } refusal)
            {
                throw refusal;
            }
        }
    }
}
