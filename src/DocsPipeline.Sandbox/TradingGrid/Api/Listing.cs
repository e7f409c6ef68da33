using System.Globalization;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>Cuts listings into pages.</summary>
internal sealed class Listing(GridStore store, TimeProvider clock)
{
    private static readonly TimeSpan CursorLife = TimeSpan.FromHours(1);

    /// <summary>A page of stored resources, those that pass the filter, as they look on the wire.</summary>
    public ApiAnswer Answer<T>(
        ApiRequest request, Func<T, object> wire, Func<T, bool>? filter = null, string? partner = null, string? namePrefix = null)
        where T : Resource => Answer(
            request,
            after => store.After<T>(request.Community, after, partner, namePrefix).Where(row => filter?.Invoke(row.Value) ?? true),
            row => (row.Number, wire(row.Value)));

    /// <summary>A page of anything that has ascending numbers.</summary>
    public ApiAnswer Answer<T>(ApiRequest request, Func<long, IEnumerable<T>> rowsAfter, Func<T, (long Number, object Wire)> wire)
    {
        var limit = Limit(request);
        var query = Query(request);
        var cursor = request.Query("cursor") is { } text ? Cursor.Read(text, query) : null;
        if (cursor is not null && cursor.At + CursorLife < clock.GetUtcNow())
        {
            throw Cursor.Expired();
        }

        // Only the first page has to see everything: it tells the total.
        var rows = (cursor is null ? rowsAfter(0) : rowsAfter(cursor.Number).Take(limit + 1)).ToList();
        var items = rows.Take(limit).Select(wire).ToList();
        var more = rows.Count > limit;
        return ApiAnswer.Ok(new Page(
            [.. items.Select(item => item.Wire)],
            more ? new Cursor(query, items[^1].Number, clock.GetUtcNow()).Write() : null,
            more,
            cursor is null ? rows.Count : null));
    }

    public static int Limit(ApiRequest request) => request.Query("limit") switch
    {
        null => 50,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= 200 =>
            limit,
        _ => throw Problem.Parameter("limit is a number from 1 to 200."),
    };

    private static string Query(ApiRequest request) => request.Http.Request.Path + "?" + string.Join('&', request.Http.Request.Query
        .Where(pair => pair.Key is not ("cursor" or "limit"))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}"));
}
