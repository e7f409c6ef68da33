using System.Net.Http.Headers;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;
using Octokit;
using Octokit.Internal;
using ProductHeaderValue = Octokit.ProductHeaderValue;

namespace DocsPipeline.Systems.GitHub;

/// <summary>
/// What the pipeline asks of GitHub's REST API (version 2022-11-28), for one repository, by Octokit. Listings are read to the end; search
/// is never used, since its index lags. Content and history are read by git, which has no caps. Refusals and lost answers are those of
/// <see cref="RemoteSystem"/>.
/// </summary>
public sealed partial class GitHubClient : IDisposable
{
    private static readonly ProductHeaderValue Product = new("DocsPipeline");
    private static readonly InMemoryCredentialStore NoCredentials = new(Credentials.Anonymous);
    private static readonly StrictJson Json = new();
    private static readonly ApiOptions AllPages = new() { PageSize = 100 };

    private readonly GitHubConnection connection;
    private readonly RemoteSystem remote;
    private readonly Uri address;

    public GitHubClient(GitHubConnection connection, Transport? transport = null)
    {
        this.connection = connection;
        address = new Uri(connection.ApiUrl.AbsoluteUri.TrimEnd('/') + "/");
        remote = new RemoteSystem("GitHub", connection.ApiUrl, [connection.Token], Authorize, transport ?? new Transport());
    }

    /// <summary>Whether an account belongs to a team (<c>org/team</c>); a team that cannot be seen has no members.</summary>
    public async Task<bool> IsTeamMemberAsync(string team, string login, CancellationToken cancellation)
    {
        var slash = team.IndexOf('/', StringComparison.Ordinal);
        var (organisation, slug) = (Uri.EscapeDataString(team[..slash]), Uri.EscapeDataString(team[(slash + 1)..]));
        try
        {
            // Octokit's own method wants the number of the team and asks a route that GitHub has given up.
            var target = new Uri($"orgs/{organisation}/teams/{slug}/memberships/{Uri.EscapeDataString(login)}", UriKind.Relative);
            return await AskAsync(
                api => api.Get<TeamMembershipDetails>(target), found => found.State.StringValue == "active", cancellation);
        }
        catch (RemoteException refusal) when (refusal.Status == 404)
        {
            return false;
        }
    }

    public void Dispose() => remote.Dispose();

    private ValueTask Authorize(HttpRequestMessage message, CancellationToken cancellation)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", connection.Token.Reveal());
        return ValueTask.CompletedTask;
    }

    private Uri At(string path) => new($"repos/{connection.Repository}/{path}", UriKind.Relative);

    // A connection of our own, since GitHubClient(product, address) appends /api/v3/ to every host but github.com: wrong for data
    // residency.
    private async Task<TValue> AskAsync<TAnswer, TValue>(
        Func<ApiConnection, Task<TAnswer>> ask, Func<TAnswer, TValue> value, CancellationToken cancellation)
    {
        using var exchange = new Exchange(remote, address, cancellation);
        try
        {
            return value(await ask(new ApiConnection(new Connection(Product, address, NoCredentials, exchange, Json))));
        }
        catch (Exception fault) when (exchange.HasAnswer && fault is not (PipelineException or OperationCanceledException))
        {
            throw exchange.Unreadable(fault);
        }
    }

    /// <summary>All entries of a listing; one that comes twice means that another was missed, and the listing is refused.</summary>
    private async Task<IReadOnlyList<TValue>> ListAsync<TEntry, TValue, TKey>(
        Func<ApiConnection, Task<IReadOnlyList<TEntry>>> list,
        Func<TEntry, TValue> value,
        Func<TValue, TKey> key,
        CancellationToken cancellation)
    {
        var all = await AskAsync(list, entries => entries.Select(value).ToList(), cancellation);
        return all.DistinctBy(key).Count() == all.Count
            ? all
            : throw new RemoteException("GitHub", "GET", connection.Repository, 200, "repeated_entry", "the same entry is listed twice");
    }
}
