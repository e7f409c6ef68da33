namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A document of the community with its draft and its published revision.</summary>
public sealed record GridDocument(
    string Id,
    string ExternalId,
    string CommunityId,
    string ManagedBy,
    string Kind,
    string Title,
    string State,
    int? DraftRevision,
    int? PublishedRevision,
    int LatestRevision,
    string? DraftContentSha256,
    string? ContentSha256,
    string? DraftFingerprint,
    string? Fingerprint,
    GridAudience Audience,
    string? SupersededBy,
    ArchiveRecord? Archive,
    Uri Url,
    int Version,
    string Etag,
    GridRevision? Draft,
    GridRevision? Published);

/// <summary>A line of the inventory. <see cref="State"/> is <c>draft</c>, <c>scheduled</c>, <c>published</c>, <c>superseded</c> or <c>archived</c>.</summary>
public sealed record GridDocumentSummary(
    string Id,
    string ExternalId,
    string CommunityId,
    string ManagedBy,
    string Kind,
    string Title,
    string State,
    int? DraftRevision,
    int? PublishedRevision,
    int LatestRevision,
    string? DraftContentSha256,
    string? ContentSha256,
    string? DraftFingerprint,
    string? Fingerprint,
    GridAudience Audience,
    string? SupersededBy,
    ArchiveRecord? Archive,
    Uri Url,
    int Version,
    string Etag);

/// <summary>Why and by whom a document was withdrawn, and what to read instead.</summary>
public sealed record ArchiveRecord(string Reason, string? Note, string? Successor, DateTimeOffset At, GridActor By);

/// <summary>Who did something. <see cref="ClientId"/> equal to our own means that we did (the loop guard).</summary>
public sealed record GridActor(string Type, string? Id, string? ClientId, string? PartnerId);
