using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http.Wire;

namespace DocsPipeline.Systems.TradingGrid.Http;

/// <summary>
/// The community by HTTP, as <c>schemas/trading-grid.openapi.yaml</c> says. Refusals are <see cref="RemoteException"/> with the contract's
/// code (<c>precondition_failed</c>, <c>attachments_not_clean</c>); a write without an answer is an <see cref="UnknownOutcomeException"/>.
/// </summary>
public sealed partial class TradingGridClient : ITradingGrid, IDisposable
{
    private const int PageSize = 200;
    private const int ListingAttempts = 3;

    private readonly TokenCache tokens;
    private readonly RemoteSystem remote;
    private readonly TimeProvider clock;
    private readonly string clientId;

    public TradingGridClient(TradingGridConnection connection, Transport? transport = null)
    {
        transport ??= new Transport();
        clock = transport.Clock;
        clientId = connection.ClientId;
        tokens = new TokenCache(connection, transport);
        remote = new RemoteSystem("Trading Grid", connection.Address, [connection.ClientSecret], AuthorizeAsync, transport);
    }

    public async Task<IReadOnlySet<Capability>> GetCapabilitiesAsync(string community, CancellationToken cancellation) =>
        (await GetAsync(At(community), GridJson.Default.CommunityShape, cancellation)).ToSet();

    public Task<IReadOnlyList<Partner>> ListPartnersAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "partners"), GridJson.Default.Partners, partner => partner.Id, cancellation);

    public Task<IReadOnlyList<PartnerGroup>> ListGroupsAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "groups"), GridJson.Default.Groups, group => group.Id, cancellation);

    public void Dispose()
    {
        remote.Dispose();
        tokens.Dispose();
    }

    private static string At(string community, params string[] segments) =>
        $"v1/communities/{Uri.EscapeDataString(community)}"
        + string.Concat(segments.Select(segment => "/" + Uri.EscapeDataString(segment)));

    private static RemoteRequest Post<T>(string target, T body, JsonTypeInfo<T> type, string idempotencyKey, string? etag = null)
    {
        var headers = new Dictionary<string, string> { ["Idempotency-Key"] = idempotencyKey };
        if (etag is not null)
        {
            headers["If-Match"] = etag;
        }

        return RemoteRequest.Send(HttpMethod.Post, target, body, type) with { Headers = headers };
    }

    private async Task<T> GetAsync<T>(string target, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        (await SendAsync(RemoteRequest.Get(target), cancellation)).Read(type);

    private async Task<T?> FindAsync<T>(string target, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var response = await SendAsync(RemoteRequest.Get(target, 404), cancellation);
        return response.Status == 404 ? null : response.Read(type);
    }

    /// <summary>
    /// All items, proved against the total that the first page states: what is missing or moves under our hands is read again, then
    /// refused.
    /// </summary>
    private async Task<IReadOnlyList<T>> ListAsync<T>(
        string target, JsonTypeInfo<Page<T>> type, Func<T, string> id, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (items, total) = await ListOnceAsync(target, type, id, cancellation);
            if (items is not null && items.Count == total)
            {
                return items;
            }

            if (attempt == ListingAttempts)
            {
                var reason = $"the listing says {total} and gives {items?.Count ?? 0}";
                throw new RemoteException("Trading Grid", "GET", target, 200, "incomplete_listing", reason);
            }
        }
    }

    private async Task<(IReadOnlyList<T>? Items, int? Total)> ListOnceAsync<T>(
        string target, JsonTypeInfo<Page<T>> type, Func<T, string> id, CancellationToken cancellation)
    {
        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        var first = target + (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"limit={PageSize}";
        int? total = null;
        for (string? cursor = null; ;)
        {
            var next = cursor is null ? first : $"{first}&cursor={Uri.EscapeDataString(cursor)}";
            var response = await SendAsync(RemoteRequest.Get(next, 410), cancellation);
            if (response.Status == 410)
            {
                return (null, total);
            }

            var page = response.Read(type);
            total ??= page.Total;
            foreach (var item in page.Items)
            {
                items[id(item)] = item;
            }

            cursor = page.NextCursor;
            if (!page.HasMore || cursor is null || !cursors.Add(cursor))
            {
                return ([.. items.Values], total);
            }
        }
    }

    private async Task<RemoteResponse> SendAsync(RemoteRequest request, CancellationToken cancellation)
    {
        var response = await remote.SendAsync(request with { Accepts = [.. request.Accepts, 401] }, cancellation);
        if (response.Status != 401)
        {
            return response;
        }

        tokens.Forget(await tokens.GetAsync(cancellation));
        return await remote.SendAsync(request, cancellation);
    }

    private async ValueTask AuthorizeAsync(HttpRequestMessage message, CancellationToken cancellation) =>
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellation));
}
