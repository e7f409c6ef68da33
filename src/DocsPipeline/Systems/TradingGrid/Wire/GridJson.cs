using System.Text.Json.Serialization;

namespace DocsPipeline.Systems.TradingGrid.Wire;

/// <summary>
/// The contract's JSON. The public records are its shapes: the contract is ours and changes with them, so a second set would only repeat it. A property that the
/// contract promises and an answer lacks makes the answer unreadable; properties that we do not know are ignored.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Community))]
[JsonSerializable(typeof(ResolvedAudience))]
[JsonSerializable(typeof(GridAudience))]
[JsonSerializable(typeof(GridDocument))]
[JsonSerializable(typeof(GridDraft))]
[JsonSerializable(typeof(GridAttachment))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(PublishOrder))]
[JsonSerializable(typeof(ArchiveOrder))]
[JsonSerializable(typeof(NewComment))]
[JsonSerializable(typeof(NewAnswer))]
[JsonSerializable(typeof(NewRef))]
[JsonSerializable(typeof(Page<Partner>), TypeInfoPropertyName = "Partners")]
[JsonSerializable(typeof(Page<PartnerGroup>), TypeInfoPropertyName = "Groups")]
[JsonSerializable(typeof(Page<GridDocumentSummary>), TypeInfoPropertyName = "Documents")]
[JsonSerializable(typeof(Page<GridRevision>), TypeInfoPropertyName = "Revisions")]
[JsonSerializable(typeof(Page<Case>), TypeInfoPropertyName = "Cases")]
[JsonSerializable(typeof(Page<Incident>), TypeInfoPropertyName = "Incidents")]
[JsonSerializable(typeof(Page<TestRun>), TypeInfoPropertyName = "TestRuns")]
[JsonSerializable(typeof(Page<Question>), TypeInfoPropertyName = "Questions")]
[JsonSerializable(typeof(Page<Feedback>), TypeInfoPropertyName = "FeedbackItems")]
[JsonSerializable(typeof(Page<Acknowledgement>), TypeInfoPropertyName = "Acknowledgements")]
internal sealed partial class GridJson : JsonSerializerContext;

internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, bool HasMore, int? Total = null);

internal sealed record PublishOrder(int Revision, DateTimeOffset? PublishAt);

internal sealed record ArchiveOrder(string Reason, string? Note, string? Successor);

internal sealed record NewComment(string Body, string Visibility, IReadOnlyList<ExternalRef>? ExternalRefs);

internal sealed record NewAnswer(string Body, string? Document);

internal sealed record NewRef(string Id, Uri? Url);
