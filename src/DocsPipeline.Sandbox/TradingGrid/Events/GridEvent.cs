using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Events;

/// <summary>Something happened; the state is read from the resource.</summary>
internal sealed record GridEvent(
    string Id, string Type, DateTimeOffset OccurredAt, string CommunityId, Actor Actor, EventResource Resource,
    IReadOnlyDictionary<string, object> Detail);

/// <summary>What it happened to, at which version, and where to read it.</summary>
internal sealed record EventResource(string Type, string Id, string? ExternalId, string? PartnerId, int Version, string Path);
