using DocsPipeline.Systems.Http;
using Octokit;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    /// <summary>
    /// All issues, open and closed, without the pull requests that GitHub lists among them, oldest first: what is opened meanwhile comes
    /// last and moves no other from one page to the next.
    /// </summary>
    public async Task<IReadOnlyList<Issue>> ListIssuesAsync(CancellationToken cancellation)
    {
        var request = new RepositoryIssueRequest
        {
            State = ItemStateFilter.All,
            Filter = IssueFilter.All,
            SortDirection = SortDirection.Ascending,
        };
        var all = await ListAsync(
            api => new IssuesClient(api).GetAllForRepository(connection.Owner, connection.Name, request, AllPages),
            entry => (Issue: entry.ToValue(), IsPull: entry.PullRequest is not null),
            entry => entry.Issue.Number,
            cancellation);
        return [.. all.Where(entry => !entry.IsPull).Select(entry => entry.Issue)];
    }

    public Task<Issue> GetIssueAsync(int number, CancellationToken cancellation) =>
        AskAsync(api => new IssuesClient(api).Get(connection.Owner, connection.Name, number), issue => issue.ToValue(), cancellation);

    /// <summary>
    /// There is no idempotency key for this call: after an <see cref="UnknownOutcomeException"/> look for the issue by its marker in the
    /// listing, and wait out its lag.
    /// </summary>
    public Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation)
    {
        var request = new Octokit.NewIssue(issue.Title) { Body = issue.Body };
        foreach (var label in issue.Labels)
        {
            request.Labels.Add(label);
        }

        return AskAsync(
            api => new IssuesClient(api).Create(connection.Owner, connection.Name, request), made => made.ToValue(), cancellation);
    }

    public Task<Issue> UpdateIssueAsync(int number, IssueChange change, CancellationToken cancellation)
    {
        // Octokit's own IssueUpdate always sends a milestone, and so would clear the one that somebody has set.
        var request = new Dictionary<string, string>();
        Add("title", change.Title);
        Add("body", change.Body);
        Add("state", change.Open switch { true => "open", false => "closed", null => null });
        Add("state_reason", change.StateReason);
        return AskAsync(api => api.Patch<Octokit.Issue>(At($"issues/{number}"), request), issue => issue.ToValue(), cancellation);

        void Add(string field, string? value)
        {
            if (value is not null)
            {
                request.Add(field, value);
            }
        }
    }

    /// <summary>Creates the labels that the repository lacks; those that exist keep their colour.</summary>
    public async Task EnsureLabelsAsync(IEnumerable<Label> labels, CancellationToken cancellation)
    {
        var existing = await ListAsync(
            api => new IssuesLabelsClient(api).GetAllForRepository(connection.Owner, connection.Name, AllPages),
            label => label.Name,
            name => name,
            cancellation);
        foreach (var label in labels.Where(label => !existing.Contains(label.Name, StringComparer.OrdinalIgnoreCase)))
        {
            try
            {
                var request = new NewLabel(label.Name, label.Color) { Description = label.Description };
                await AskAsync(
                    api => new IssuesLabelsClient(api).Create(connection.Owner, connection.Name, request), made => made.Name, cancellation);
            }
            catch (RemoteException refusal) when (refusal is { Status: 422, Code: "already_exists" })
            {
                // Somebody else made it since it was looked for.
            }
        }
    }
}
