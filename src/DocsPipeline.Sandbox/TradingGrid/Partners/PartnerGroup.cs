using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

/// <summary>A named set of partners. Members are kept with the partners.</summary>
internal sealed record PartnerGroup : Resource
{
    public const string Everyone = "everyone";

    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool Reserved => Id == Everyone;
}
