namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// A wake-up: something happened to <see cref="Item"/> (null where it is nothing that partners send). May come twice, late and out of
/// order; the state is read from the item. <see cref="IsOwn"/> is the loop guard: we caused it ourselves.
/// </summary>
public sealed record GridEvent(string Id, string Type, ItemReference? Item, bool IsOwn);

/// <summary>A page of the feed; <see cref="NextCursor"/> is there even when there are no events, and is what to come back with.</summary>
public sealed record EventPage(IReadOnlyList<GridEvent> Items, string NextCursor, bool HasMore);
