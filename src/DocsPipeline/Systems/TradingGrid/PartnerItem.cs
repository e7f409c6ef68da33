namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// Something that partners sent, in its present state. Times are UTC; words such as a status are the community's own, see its contract.
/// </summary>
public abstract record PartnerItem(string Id, int Version);

/// <summary>A user of a partner, as the community shows them to the sponsor.</summary>
public sealed record Person(string UserId, string Name, string Email);

/// <summary>Who did something; all but the type depend on it.</summary>
public sealed record GridActor(string Type, string? Id, string? ClientId, string? PartnerId);
