namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>A signed-in user; the token stands in every form of the session.</summary>
internal sealed record Session(string UserId, string FormToken);
