using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>Pull requests by state (<c>open</c>, <c>closed</c>, <c>all</c>), and by the branch of this repository they come from.</summary>
    public Task<IReadOnlyList<PullRequest>> ListPullsAsync(string state, string? headBranch, CancellationToken cancellation) => ListAsync(
        $"pulls?state={state}" + (headBranch is null ? "" : $"&head={Uri.EscapeDataString($"{connection.Owner}:{headBranch}")}"),
        GitHubJson.Default.ListPullPayload,
        page => page.Select(pull => pull.ToValue()),
        cancellation);

    /// <summary>The newest hundred closed pull requests from a branch of this repository, merged ones too, newest first.</summary>
    public async Task<IReadOnlyList<PullRequest>> ListNewestClosedPullsAsync(string headBranch, CancellationToken cancellation)
    {
        var target = At($"pulls?state=closed&sort=created&direction=desc&per_page=100&head={Uri.EscapeDataString($"{connection.Owner}:{headBranch}")}");
        return [.. (await GetAsync(target, GitHubJson.Default.ListPullPayload, cancellation)).Select(pull => pull.ToValue())];
    }

    /// <summary>Pull requests that a commit came by, merged or not.</summary>
    public Task<IReadOnlyList<PullRequest>> ListPullsOfCommitAsync(string commit, CancellationToken cancellation) =>
        ListAsync($"commits/{commit}/pulls", GitHubJson.Default.ListPullPayload, page => page.Select(pull => pull.ToValue()), cancellation);

    /// <summary>All reviews in order of submission, dismissed ones included.</summary>
    public Task<IReadOnlyList<Review>> ListReviewsAsync(int number, CancellationToken cancellation) =>
        ListAsync($"pulls/{number}/reviews", GitHubJson.Default.ListReviewPayload, page => page.Select(review => review.ToValue()), cancellation);

    /// <summary>GitHub stops at 250 commits; a gate that meets 250 has to ask git.</summary>
    public Task<IReadOnlyList<PullCommit>> ListPullCommitsAsync(int number, CancellationToken cancellation) =>
        ListAsync($"pulls/{number}/commits", GitHubJson.Default.ListCommitPayload, page => page.Select(commit => commit.ToValue()), cancellation);

    public async Task<PullRequest> CreatePullAsync(string title, string body, string head, string @base, CancellationToken cancellation) =>
        (await WriteAsync(HttpMethod.Post, "pulls", new PullCreateRequest(title, body, head, @base), GitHubJson.Default.PullCreateRequest, GitHubJson.Default.PullPayload, cancellation))
            .ToValue();

    public async Task<PullRequest> UpdatePullAsync(int number, PullChange change, CancellationToken cancellation)
    {
        var request = new PullUpdateRequest(change.Title, change.Body, StateOf(change.Open));
        return (await WriteAsync(HttpMethod.Patch, $"pulls/{number}", request, GitHubJson.Default.PullUpdateRequest, GitHubJson.Default.PullPayload, cancellation)).ToValue();
    }

    private static string? StateOf(bool? open) => open switch { true => "open", false => "closed", null => null };
}
