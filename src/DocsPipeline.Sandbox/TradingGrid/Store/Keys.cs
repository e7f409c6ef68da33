namespace DocsPipeline.Sandbox.TradingGrid.Store;

/// <summary>Where a resource belongs and what it is also found by.</summary>
/// <param name="Name">Unique among its kind in the community: the external id of a document.</param>
/// <param name="Partner">The partner whose it is.</param>
internal sealed record Keys(string Community, string? Name = null, string? Partner = null);
