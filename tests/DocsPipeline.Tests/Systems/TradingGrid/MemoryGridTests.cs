using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Systems.TradingGrid;

/// <summary>The way through memory, which other tests rely on, keeps the same promises.</summary>
public sealed class MemoryGridTests : TradingGridContract
{
    private protected override ITradingGrid Grid { get; } = new MemoryGrid();
}
