namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// Results that a partner recorded; <see cref="Outcome"/> is <c>passed</c>, <c>failed</c> or <c>incomplete</c>, computed by the community.
/// </summary>
public sealed record TestRun(
    string Id,
    string Number,
    string PlanId,
    string? Document,
    int? Revision,
    string PartnerId,
    Person? Reporter,
    string? Comment,
    IReadOnlyList<TestResult> Results,
    string Outcome,
    Certification? Certification,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version) : PartnerItem(Id, Version);

public sealed record TestResult(string TestCaseId, string Status, string? AckStatus, IReadOnlyList<string> Errors, string? Evidence);

public sealed record Certification(DateTimeOffset CertifiedAt, GridActor CertifiedBy, DateOnly ValidUntil);
