using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.GitHub;

/// <summary>
/// What the pipeline asks of GitHub's REST API (version 2022-11-28), for one repository. Listings are read to the end by their <c>Link</c> headers; search is never
/// used, since its index lags. Content and history are read by git, which has no caps.
/// </summary>
public sealed partial class GitHubClient : IDisposable
{
    private const string Version = "2022-11-28";

    private readonly GitHubConnection connection;
    private readonly RemoteSystem remote;

    public GitHubClient(GitHubConnection connection, Transport? transport = null)
    {
        this.connection = connection;
        remote = new RemoteSystem("GitHub", connection.ApiUrl, [connection.Token], Authorize, transport ?? new Transport());
    }

    /// <summary>Whether an account belongs to a team (<c>org/team</c>); a team that cannot be seen has no members.</summary>
    public async Task<bool> IsTeamMemberAsync(string team, string login, CancellationToken cancellation)
    {
        var (organisation, slug) = (team[..team.IndexOf('/', StringComparison.Ordinal)], team[(team.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        var target = $"orgs/{Uri.EscapeDataString(organisation)}/teams/{Uri.EscapeDataString(slug)}/memberships/{Uri.EscapeDataString(login)}";
        var response = await SendAsync(RemoteRequest.Get(target, 404), cancellation);
        return response.Status != 404 && response.Read(GitHubJson.Default.MembershipPayload).State == "active";
    }

    public void Dispose() => remote.Dispose();

    private ValueTask Authorize(HttpRequestMessage message, CancellationToken cancellation)
    {
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", connection.Token.Reveal());
        return ValueTask.CompletedTask;
    }

    private string At(string path) => $"repos/{connection.Repository}/{path}";

    private Task<RemoteResponse> SendAsync(RemoteRequest request, CancellationToken cancellation) => remote.SendAsync(
        request with { Headers = new Dictionary<string, string> { ["Accept"] = "application/vnd.github+json", ["X-GitHub-Api-Version"] = Version } },
        cancellation);

    private async Task<T> GetAsync<T>(string target, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await SendAsync(RemoteRequest.Get(target), cancellation)).Read(type);

    private async Task<TAnswer> WriteAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation) =>
        (await SendAsync(RemoteRequest.Send(method, At(path), body, bodyType), cancellation)).Read(answerType);

    /// <summary>All pages of a listing; a chain of links that leads back to itself is a refusal, not an endless loop.</summary>
    private async Task<IReadOnlyList<TValue>> ListAsync<TPage, TValue>(string path, JsonTypeInfo<TPage> type, Func<TPage, IEnumerable<TValue>> values, CancellationToken cancellation)
    {
        var all = new List<TValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var target = At(path) + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "per_page=100"; target is not null;)
        {
            if (!seen.Add(target))
            {
                throw new RemoteException("GitHub", "GET", target, 200, "endless_listing", "the pages of the listing lead back to themselves");
            }

            var response = await SendAsync(RemoteRequest.Get(target), cancellation);
            all.AddRange(values(response.Read(type)));
            target = response.Link("next");
        }

        return all;
    }
}
