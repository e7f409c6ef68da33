using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import;

/// <summary>Everything new in a community's feed, each event once, and the cursor to come back with.</summary>
internal sealed class FeedReader(ITradingGrid grid)
{
    // An expired cursor means reading everything again, which the ledger's records make harmless; a feed that never lets itself be read is
    // a fault.
    private const int Beginnings = 3;

    public async Task<(IReadOnlyList<GridEvent> Events, string Cursor)> ReadAsync(
        string community, string? from, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Beginnings; attempt++)
        {
            if (await ReadOnceAsync(community, attempt == 0 ? from : null, cancellation) is { } read)
            {
                return read;
            }
        }

        const string Reason = "the feed cannot be read even from its beginning";
        throw new RemoteException("Trading Grid", "GET", $"{community}/events", 410, "cursor_expired", Reason);
    }

    private async Task<(IReadOnlyList<GridEvent> Events, string Cursor)?> ReadOnceAsync(
        string community, string? from, CancellationToken cancellation)
    {
        var events = new Dictionary<string, GridEvent>(StringComparer.Ordinal);
        for (var cursor = from; await grid.ReadEventsAsync(community, cursor, cancellation) is { } page; cursor = page.NextCursor)
        {
            foreach (var told in page.Items)
            {
                events.TryAdd(told.Id, told);
            }

            if (!page.HasMore || page.NextCursor == cursor)
            {
                return ([.. events.Values], page.NextCursor);
            }
        }

        return null;
    }
}
