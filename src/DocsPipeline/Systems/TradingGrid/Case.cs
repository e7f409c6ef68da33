namespace DocsPipeline.Systems.TradingGrid;

/// <summary>What went wrong for one partner, and how it was resolved. Severity 1 is critical, 4 low.</summary>
public sealed record Case(
    string Id,
    string Number,
    string PartnerId,
    string Category,
    int Severity,
    string Status,
    string Subject,
    string Description,
    string Environment,
    TransactionRef? TransactionRef,
    Person? Reporter,
    DateTimeOffset? SlaDueAt,
    IReadOnlyList<CaseComment> Comments,
    IReadOnlyList<CaseFile> Attachments,
    IReadOnlyList<string> Documents,
    Resolution? Resolution,
    IReadOnlyList<ExternalRef> ExternalRefs,
    Uri Url,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version) : PartnerItem(Id, Version);

/// <summary>Which interchange it is about; unknown fields are null.</summary>
public sealed record TransactionRef(
    string? Standard = null,
    string? Set = null,
    string? Version = null,
    string? InterchangeControlNumber = null,
    string? GroupControlNumber = null,
    string? TransactionControlNumber = null,
    string? DocumentNumber = null,
    string? AckStatus = null,
    string? As2MessageId = null);

/// <summary>A comment, internal unless its visibility is <c>partner</c>.</summary>
public sealed record CaseComment(
    string Id,
    string Body,
    string Visibility,
    GridActor Author,
    string AuthorName,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt);

public sealed record CaseFile(
    string Sha256,
    string FileName,
    string MediaType,
    long Size,
    string ScanStatus,
    string Visibility,
    GridActor AddedBy,
    DateTimeOffset AddedAt);

/// <summary>Root cause and steps are internal; the partner reads <see cref="PartnerSummary"/>.</summary>
public sealed record Resolution(
    string RootCauseCategory,
    string RootCause,
    IReadOnlyList<string> Steps,
    string? PartnerSummary,
    DateTimeOffset ResolvedAt);
