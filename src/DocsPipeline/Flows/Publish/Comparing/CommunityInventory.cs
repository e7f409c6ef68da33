using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>What one community holds: all documents, and its cases where a document resolves some, each proved to be complete.</summary>
public sealed record CommunityInventory(string Community, IReadOnlyList<GridDocument> Documents)
{
    public IReadOnlyList<Case> Cases { get; init; } = [];
}
