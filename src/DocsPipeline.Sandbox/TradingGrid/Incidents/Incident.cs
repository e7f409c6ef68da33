using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Incidents;

/// <summary>What went wrong on the sponsor's side for several partners.</summary>
internal sealed record Incident : Resource, IEventSubject
{
    public static string EventType => "incident";

    public static string EventPath => "incidents";

    public string Number { get; init; } = "";

    public string Status { get; init; } = "declared";

    public required string Title { get; init; }

    public int Severity { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset DetectedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public string Environment { get; init; } = "production";

    public IReadOnlyList<string> AffectedTransactions { get; init; } = [];

    public required Impact Impact { get; init; }

    public IReadOnlyList<PartnerImpact> PartnerImpact { get; init; } = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    public IReadOnlyList<IncidentAction> CorrectiveActions { get; init; } = [];

    public IReadOnlyList<IncidentAction> PreventiveActions { get; init; } = [];

    public string? RootCause { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}

internal sealed record Impact(string Summary, int? DocumentsDelayed = null, int? DocumentsLost = null);

internal sealed record PartnerImpact(string PartnerId, string Description);

internal sealed record TimelineEntry(DateTimeOffset At, string Event);

internal sealed record IncidentAction(string Id, string Action, string Owner, DateOnly Due, string? PartnerId = null, bool Done = false);
