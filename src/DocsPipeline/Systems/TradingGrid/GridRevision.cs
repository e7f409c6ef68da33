namespace DocsPipeline.Systems.TradingGrid;

/// <summary>One revision as the community stores it; its HTML is rewritten, <see cref="StoredContent.ContentSha256"/> is of what was sent.</summary>
public sealed record GridRevision(
    int Revision,
    string State,
    string Kind,
    string Title,
    string? Summary,
    string Language,
    GridAudience Audience,
    StoredContent Content,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<StoredFile> Attachments,
    TestPlan? TestPlan,
    bool AcknowledgementRequired,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    IReadOnlyList<string> Supersedes,
    IReadOnlyList<string> Related,
    string? Fingerprint,
    GridSource? Source,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset? ScheduledAt,
    DateTimeOffset? PublishedAt);

public sealed record StoredContent(string Html, string ContentSha256, string StoredSha256);

public sealed record StoredFile(string Sha256, string FileName, string MediaType, long Size, string ScanStatus);
