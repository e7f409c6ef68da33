using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>A document without its bodies: what the inventory shows.</summary>
internal sealed record Document : Resource, IEventSubject
{
    public static string EventType => "document";

    public static string EventPath => "documents";

    public required string ExternalId { get; init; }

    public required string CommunityId { get; init; }

    /// <summary>Ownership marker: set once, never changed.</summary>
    public required string ManagedBy { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public string State => this switch
    {
        { Archive: not null } => "archived",
        { PublishedRevision: not null, SupersededBy: not null } => "superseded",
        { PublishedRevision: not null } => "published",
        { Scheduled: true } => "scheduled",
        _ => "draft",
    };

    public int? DraftRevision { get; init; }

    public int? PublishedRevision { get; init; }

    public int LatestRevision { get; init; }

    public string? DraftContentSha256 { get; init; }

    public string? ContentSha256 { get; init; }

    public string? DraftFingerprint { get; init; }

    public string? Fingerprint { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>External id of the document that took its place.</summary>
    public string? SupersededBy { get; init; }

    public ArchiveNote? Archive { get; init; }

    /// <summary>Whether the draft waits for its time. Stays inside.</summary>
    public bool Scheduled { get; init; }
}

internal sealed record ArchiveNote(string Reason, string? Note, string? Successor, DateTimeOffset At, Actor By);
