using DocsPipeline.Systems.TradingGrid;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Flows.Import;

/// <summary>
/// One thing that partners sent, in its present state, with the events that told of it. <see cref="Model"/> is what templates see: the resource's own fields,
/// <c>partner.name</c>, and for what concerns a document its external id as <c>document</c>.
/// </summary>
public sealed record PartnerItem(string Type, string Id, int Version, IReadOnlyList<string> Events, JObject Model, string? Document)
{
    /// <summary>Remembers the counterpart in another system at the resource and gives the resource's new version; null where the contract keeps none.</summary>
    public Func<ExternalRef, CancellationToken, Task<int>>? Refer { get; init; }
}
