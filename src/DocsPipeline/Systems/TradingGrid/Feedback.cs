namespace DocsPipeline.Systems.TradingGrid;

/// <summary>"Was this helpful", about one revision of a document.</summary>
public sealed record Feedback(
    string Id,
    string PartnerId,
    Person Reporter,
    string Document,
    int Revision,
    bool Helpful,
    string? Comment,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version) : PartnerItem(Id, Version);
