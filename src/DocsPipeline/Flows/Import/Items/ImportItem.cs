using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Items;

/// <summary>One thing that partners sent, in its present state, with the events that told of it: what every effect works on.</summary>
public sealed record ImportItem(ItemReference Reference, int Version, IReadOnlyList<string> Events, ItemModel Model)
{
    /// <summary>The community's number, or its id where it has none.</summary>
    public string Title => Model.Text("number") ?? Reference.Id;

    /// <summary>What diagnostics call it: <c>case case_01</c>.</summary>
    public string Name => $"{Reference.Kind.Word()} {Reference.Id}";

    /// <summary>External id of the document it is about, if any.</summary>
    public string? Document => Model.Text("document");
}
