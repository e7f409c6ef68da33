namespace DocsPipeline.Systems.TradingGrid;

/// <summary>What went wrong on the sponsor's side for several partners.</summary>
public sealed record Incident(
    string Id,
    string Number,
    string Status,
    string Title,
    int Severity,
    DateTimeOffset StartedAt,
    DateTimeOffset DetectedAt,
    DateTimeOffset? ResolvedAt,
    string Environment,
    IReadOnlyList<string> AffectedTransactions,
    Impact Impact,
    IReadOnlyList<PartnerImpact> PartnerImpact,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<FollowUp> CorrectiveActions,
    IReadOnlyList<FollowUp> PreventiveActions,
    string? RootCause,
    IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version) : PartnerItem(Id, Version);

public sealed record Impact(string Summary, int? DocumentsDelayed = null, int? DocumentsLost = null);

public sealed record PartnerImpact(string PartnerId, string Description);

public sealed record TimelineEntry(DateTimeOffset At, string Event);

/// <summary>A corrective or preventive action; one with a partner concerns that partner alone.</summary>
public sealed record FollowUp(string Id, string Action, string Owner, DateOnly Due, string? PartnerId = null, bool Done = false);
