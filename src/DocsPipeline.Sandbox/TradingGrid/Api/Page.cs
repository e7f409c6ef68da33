namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>One page of a listing; the total stands in the first only.</summary>
internal sealed record Page(IReadOnlyList<object> Items, string? NextCursor, bool HasMore, int? Total);
