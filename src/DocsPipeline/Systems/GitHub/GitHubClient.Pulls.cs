using Octokit;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>
    /// Pull requests by state (<c>open</c>, <c>closed</c>, <c>all</c>), and by the branch of this repository they come from.
    /// </summary>
    public Task<IReadOnlyList<PullRequest>> ListPullsAsync(string state, string? headBranch, CancellationToken cancellation) =>
        ListPullsAsync(Enum.Parse<ItemStateFilter>(state, ignoreCase: true), headBranch, AllPages, cancellation);

    /// <summary>The newest hundred closed pull requests from a branch of this repository, merged ones too, newest first.</summary>
    public Task<IReadOnlyList<PullRequest>> ListNewestClosedPullsAsync(string headBranch, CancellationToken cancellation) =>
        ListPullsAsync(ItemStateFilter.Closed, headBranch, new ApiOptions { PageSize = 100, PageCount = 1 }, cancellation);

    /// <summary>Pull requests that a commit came by, merged or not.</summary>
    public Task<IReadOnlyList<PullRequest>> ListPullsOfCommitAsync(string commit, CancellationToken cancellation) => ListAsync(
        api => api.GetAll<Octokit.PullRequest>(At($"commits/{commit}/pulls"), AllPages),
        pull => pull.ToValue(),
        pull => pull.Number,
        cancellation);

    /// <summary>All reviews in order of submission, dismissed ones included.</summary>
    public Task<IReadOnlyList<Review>> ListReviewsAsync(int number, CancellationToken cancellation) => ListAsync(
        api => new PullRequestReviewsClient(api).GetAll(connection.Owner, connection.Name, number, AllPages),
        review => review.ToValue(),
        review => review.Id,
        cancellation);

    /// <summary>GitHub stops at 250 commits; a gate that meets 250 has to ask git.</summary>
    public Task<IReadOnlyList<PullCommit>> ListPullCommitsAsync(int number, CancellationToken cancellation) => ListAsync(
        api => api.GetAll<PullRequestCommit>(At($"pulls/{number}/commits"), AllPages),
        commit => commit.ToValue(),
        commit => commit.Id,
        cancellation);

    public Task<PullRequest> CreatePullAsync(string title, string body, string head, string @base, CancellationToken cancellation)
    {
        var request = new NewPullRequest(title, head, @base) { Body = body };
        return AskAsync(
            api => new PullRequestsClient(api).Create(connection.Owner, connection.Name, request), pull => pull.ToValue(), cancellation);
    }

    public Task<PullRequest> UpdatePullAsync(int number, PullChange change, CancellationToken cancellation) => AskAsync(
        api => new PullRequestsClient(api).Update(
            connection.Owner,
            connection.Name,
            number,
            new PullRequestUpdate
            {
                Title = change.Title,
                Body = change.Body,
                State = change.Open switch { true => ItemState.Open, false => ItemState.Closed, null => null },
            }),
        pull => pull.ToValue(),
        cancellation);

    private Task<IReadOnlyList<PullRequest>> ListPullsAsync(
        ItemStateFilter state, string? headBranch, ApiOptions pages, CancellationToken cancellation)
    {
        var request = new PullRequestRequest { State = state, Head = headBranch is null ? null : $"{connection.Owner}:{headBranch}" };
        return ListAsync(
            api => new PullRequestsClient(api).GetAllForRepository(connection.Owner, connection.Name, request, pages),
            pull => pull.ToValue(),
            pull => pull.Number,
            cancellation);
    }
}
