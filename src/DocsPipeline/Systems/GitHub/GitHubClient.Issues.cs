using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>Issues without the pull requests that GitHub lists among them, newest first.</summary>
    public Task<IReadOnlyList<Issue>> ListIssuesAsync(IssueFilter filter, CancellationToken cancellation)
    {
        var query = $"issues?state={filter.State}"
            + (filter.Labels.Count == 0 ? "" : $"&labels={Uri.EscapeDataString(string.Join(',', filter.Labels))}")
            + (filter.Creator is null ? "" : $"&creator={Uri.EscapeDataString(filter.Creator)}")
            + (filter.Since is { } since ? $"&since={since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : "");
        return ListAsync(query, GitHubJson.Default.ListIssuePayload, page => page.Where(issue => issue.PullRequest is null).Select(issue => issue.ToValue()), cancellation);
    }

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
        var request = new IssueUpdateRequest(change.Title, change.Body, StateOf(change.Open), change.StateReason, change.Labels);
        return (await WriteAsync(HttpMethod.Patch, $"issues/{number}", request, GitHubJson.Default.IssueUpdateRequest, GitHubJson.Default.IssuePayload, cancellation)).ToValue();
    }

    /// <summary>Comments of an issue or of a pull request's conversation, oldest first.</summary>
    public Task<IReadOnlyList<IssueComment>> ListCommentsAsync(int number, CancellationToken cancellation) =>
        ListAsync($"issues/{number}/comments", GitHubJson.Default.ListCommentPayload, page => page.Select(comment => comment.ToValue()), cancellation);

    public async Task<IssueComment> AddCommentAsync(int number, string body, CancellationToken cancellation) =>
        (await WriteAsync(HttpMethod.Post, $"issues/{number}/comments", new CommentRequest(body), GitHubJson.Default.CommentRequest, GitHubJson.Default.CommentPayload, cancellation)).ToValue();

    public async Task<IssueComment> UpdateCommentAsync(long id, string body, CancellationToken cancellation) =>
        (await WriteAsync(HttpMethod.Patch, $"issues/comments/{id}", new CommentRequest(body), GitHubJson.Default.CommentRequest, GitHubJson.Default.CommentPayload, cancellation)).ToValue();

    /// <summary>Adds labels to those that an issue has.</summary>
    public Task AddLabelsAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellation) =>
        SendAsync(RemoteRequest.Send(HttpMethod.Post, At($"issues/{number}/labels"), new LabelsRequest(labels), GitHubJson.Default.LabelsRequest), cancellation);

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
