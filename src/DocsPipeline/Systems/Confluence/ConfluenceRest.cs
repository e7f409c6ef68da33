using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Confluence;

/// <summary>Requests as both dialects need them: credentials, listings by their <c>next</c> links, refusals that are answers.</summary>
internal sealed class ConfluenceRest : IDisposable
{
    private readonly ConfluenceConnection connection;
    private readonly RemoteSystem remote;

    public ConfluenceRest(ConfluenceConnection connection, Transport transport)
    {
        this.connection = connection;
        remote = new RemoteSystem("Confluence", connection.Address, [connection.Token], Authorize, transport, connection.MediaHosts);
    }

    public Task<RemoteResponse> SendAsync(RemoteRequest request, CancellationToken cancellation) => remote.SendAsync(request, cancellation);

    public async Task<T> GetAsync<T>(string target, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await SendAsync(RemoteRequest.Get(target), cancellation)).Read(type);

    /// <summary>
    /// Null on a 404 that Confluence itself says in JSON; a 404 from a route that does not exist is a refusal and never "gone".
    /// </summary>
    public async Task<T?> FindAsync<T>(string target, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var response = await SendAsync(RemoteRequest.Get(target, 404), cancellation);
        return response.Status != 404 ? response.Read(type)
            : response.MediaType?.MediaType is { } media && media.EndsWith("json", StringComparison.Ordinal) ? null
            : throw new RemoteException(
                "Confluence", "GET", target, 404, "no_such_route", "there is no such address; is this the root of Confluence's API?");
    }

    /// <summary>
    /// All pages of a listing. The links come back without the gateway's prefix, so they are based on the API's own root again; a link seen
    /// before is a refusal.
    /// </summary>
    public async Task<List<TItem>> ListAsync<TPage, TItem>(
        string target,
        JsonTypeInfo<TPage> type,
        Func<TPage, IEnumerable<TItem>> items,
        Func<TPage, string?> next,
        CancellationToken cancellation)
    {
        var all = new List<TItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (string? step = target; step is not null;)
        {
            if (!seen.Add(step))
            {
                throw new RemoteException(
                    "Confluence", "GET", step, 200, "endless_listing", "the pages of the listing lead back to themselves");
            }

            var page = await GetAsync(step, type, cancellation);
            all.AddRange(items(page));
            step = next(page) is { Length: > 0 } link ? Rebase(link) : null;
        }

        return all;
    }

    /// <summary>
    /// Where people read a page: below the site that Confluence names (the gateway is none), else below the API's own root.
    /// </summary>
    public Uri Web(string? link, string? site)
    {
        var root = Uri.TryCreate(site, UriKind.Absolute, out var named) && named.Scheme is "https" or "http" ? named : connection.Address;
        return link is null ? root : new Uri(root.AbsoluteUri.TrimEnd('/') + "/" + link.TrimStart('/'));
    }

    public void Dispose() => remote.Dispose();

    private static string Rebase(string link)
    {
        var start = link.IndexOf("/api/v2/", StringComparison.Ordinal);
        start = start >= 0 ? start : link.IndexOf("/rest/api/", StringComparison.Ordinal);
        return start >= 0
            ? link[(start + 1)..]
            : throw new RemoteException("Confluence", "GET", link, 200, "odd_link", "the listing's next link leads out of the API");
    }

    private ValueTask Authorize(HttpRequestMessage message, CancellationToken cancellation)
    {
        message.Headers.Authorization = connection.Login is { } login
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login}:{connection.Token.Reveal()}")))
            : new AuthenticationHeaderValue("Bearer", connection.Token.Reveal());
        return ValueTask.CompletedTask;
    }
}
