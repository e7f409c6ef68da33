using System.Text.Json.Serialization;

namespace DocsPipeline.Systems.TradingGrid.Http.Wire;

/// <summary>
/// The contract's JSON. Where a value has the contract's shape it is read and written as it is: the contract is ours and changes with it,
/// so a second set would only repeat it. A property that the contract promises and an answer lacks makes the answer unreadable; properties
/// that we do not know are ignored.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CommunityShape))]
[JsonSerializable(typeof(GridDraft))]
[JsonSerializable(typeof(DocumentShape))]
[JsonSerializable(typeof(GridAttachment))]
[JsonSerializable(typeof(EventFeed))]
[JsonSerializable(typeof(PublishOrder))]
[JsonSerializable(typeof(ArchiveOrder))]
[JsonSerializable(typeof(NewRef))]
[JsonSerializable(typeof(Versioned))]
[JsonSerializable(typeof(Page<Partner>), TypeInfoPropertyName = "Partners")]
[JsonSerializable(typeof(Page<PartnerGroup>), TypeInfoPropertyName = "Groups")]
[JsonSerializable(typeof(Page<DocumentShape>), TypeInfoPropertyName = "Documents")]
[JsonSerializable(typeof(Page<Case>), TypeInfoPropertyName = "Cases")]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(TestRun))]
[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Feedback))]
[JsonSerializable(typeof(Acknowledgement))]
internal sealed partial class GridJson : JsonSerializerContext;

internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, bool HasMore, int? Total = null);

internal sealed record PublishOrder(int Revision);

internal sealed record ArchiveOrder(string Reason);

internal sealed record NewRef(string Id, Uri? Url);

/// <summary>What all resources have.</summary>
internal sealed record Versioned(int Version);
