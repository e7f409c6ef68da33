using System.Text.Json;

namespace DocsPipeline.Systems.TradingGrid.Http.Wire;

internal sealed record EventFeed(IReadOnlyList<EventShape> Items, string NextCursor, bool HasMore);

internal sealed record EventShape(
    string Id, string Type, GridActor Actor, ResourceShape Resource, IReadOnlyDictionary<string, JsonElement> Detail)
{
    private static readonly Dictionary<string, ItemKind> Kinds = Enum.GetValues<ItemKind>().ToDictionary(kind => kind.Word());

    /// <param name="clientId">Whom the community knows us as.</param>
    public GridEvent ToEvent(string clientId) => new(Id, Type, Item(), Actor.ClientId == clientId);

    // An acknowledgement is a thing of its own although its event tells of the document.
    private ItemReference? Item() =>
        Detail.TryGetValue("acknowledgementId", out var acknowledgement)
            ? new ItemReference(ItemKind.Acknowledgement, acknowledgement.ToString())
            : Kinds.TryGetValue(Resource.Type, out var kind) ? new ItemReference(kind, Resource.Id) : null;
}

internal sealed record ResourceShape(string Type, string Id);
