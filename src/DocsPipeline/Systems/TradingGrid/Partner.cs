namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A trading partner of the community.</summary>
public sealed record Partner(string Id, string Name);

/// <summary>Partners that an audience can name together.</summary>
public sealed record PartnerGroup(string Id);

/// <summary>
/// Readers are the members of the groups and the partners together, narrowed to users with one of the roles if there are any. Nothing named
/// = nobody.
/// </summary>
public sealed record GridAudience(IReadOnlyList<string> Groups, IReadOnlyList<string> Partners, IReadOnlyList<string> Roles);
