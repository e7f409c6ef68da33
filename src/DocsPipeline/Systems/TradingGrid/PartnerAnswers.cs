namespace DocsPipeline.Systems.TradingGrid;

/// <summary>Results that a partner recorded; <see cref="Outcome"/> is <c>passed</c>, <c>failed</c> or <c>incomplete</c>, computed by the community.</summary>
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
    int Version,
    string Etag);

public sealed record TestResult(string TestCaseId, string Status, string? AckStatus, IReadOnlyList<string> Errors, string? Evidence);

public sealed record Certification(DateTimeOffset CertifiedAt, GridActor CertifiedBy, DateOnly ValidUntil);

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
    int Version,
    string Etag);

public sealed record Answer(string Body, string? Document, DateTimeOffset AnsweredAt, GridActor AnsweredBy);

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
    int Version,
    string Etag);

/// <summary>A partner user confirmed a revision.</summary>
public sealed record Acknowledgement(string Id, string Document, int Revision, string PartnerId, Person User, DateTimeOffset At);
