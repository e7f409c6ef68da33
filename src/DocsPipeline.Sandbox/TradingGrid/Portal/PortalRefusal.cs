namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>There is nothing here for this visitor: thrown anywhere below a page, always answered by the same bytes.</summary>
internal sealed class PortalRefusal : Exception;
