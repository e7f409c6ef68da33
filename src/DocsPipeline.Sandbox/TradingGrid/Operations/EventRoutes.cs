using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>The change feed.</summary>
internal sealed class EventRoutes(Grid grid)
{
    public IEnumerable<ApiRoute> Routes =>
        [new("GET", "/v1/communities/{communityId}/events", Scopes.EventsRead, Read) { Query = ["limit", "cursor"] }];

    private ApiAnswer Read(ApiRequest request)
    {
        grid.Community(request.Community);
        var switches = grid.Settings.Current;
        var now = grid.Clock.GetUtcNow();
        var query = request.Http.Request.Path.Value!;
        var cursor = request.Query("cursor") is { } text ? Cursor.Read(text, query) : null;
        if (cursor is not null && (cursor.At + EventFeed.Kept < now || cursor.At <= switches.FeedCursorsExpiredUntil))
        {
            throw Cursor.Expired();
        }

        var limit = Listing.Limit(request);
        var start = cursor?.Number ?? 0;
        var found = grid.Feed.After(request.Community, start, limit + 1);

        // Server order first: a young event hides everything behind it, so that a cursor never jumps over one.
        var visible = found.TakeWhile(row => row.Value.OccurredAt.AddSeconds(switches.EventLagSeconds) <= now).ToList();
        var page = visible.Take(limit).ToList();
        var repeated = switches.RepeatEvents && start > 0
            ? grid.Feed.After(request.Community, start - 1, 1).Where(row => row.Number == start)
            : [];
        return ApiAnswer.Ok(new
        {
            Items = repeated.Concat(page).Select(row => row.Value),
            NextCursor = new Cursor(query, page is [.., var last] ? last.Number : start, now).Write(),
            HasMore = visible.Count > limit,
        });
    }
}
