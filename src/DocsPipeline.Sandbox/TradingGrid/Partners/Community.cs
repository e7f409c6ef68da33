using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

/// <summary>A sponsor and its partners.</summary>
internal sealed record Community : Resource
{
    public required string Name { get; init; }

    public required Sponsor Sponsor { get; init; }
}

internal sealed record Sponsor(string Id, string Name);
