using System.Text.Json;

namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A wake-up: something changed at <see cref="Resource"/>. May come twice, late and out of order; the state is read from the resource.</summary>
public sealed record GridEvent(string Id, string Type, DateTimeOffset OccurredAt, string CommunityId, GridActor Actor, EventResource Resource, IReadOnlyDictionary<string, JsonElement> Detail)
{
    /// <summary>A detail such as <c>commentId</c> or <c>acknowledgementId</c>, or null.</summary>
    public string? DetailText(string name) => Detail.TryGetValue(name, out var value) ? value.ToString() : null;
}

public sealed record EventResource(string Type, string Id, string? ExternalId, string? PartnerId, int Version, string Path);

/// <summary>A page of the feed; <see cref="NextCursor"/> is there even when there are no events, and is what to come back with.</summary>
public sealed record EventPage(IReadOnlyList<GridEvent> Items, string NextCursor, bool HasMore);
