namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>Who did it: a partner user, the sponsor's staff, an integration or the system itself (a schedule).</summary>
internal sealed record Actor(string Type, string? Id, string? ClientId, string? PartnerId)
{
    public static Actor System { get; } = new("system", null, null, null);
}
