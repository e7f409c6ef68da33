namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A question of a partner user; <see cref="Document"/> is the external id of what it is about.</summary>
public sealed record Question(
    string Id,
    string Number,
    string PartnerId,
    Person Reporter,
    string? Document,
    int? Revision,
    string Body,
    Answer? Answer,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version) : PartnerItem(Id, Version);

public sealed record Answer(string Body, string? Document, DateTimeOffset AnsweredAt, GridActor AnsweredBy);
