namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// A document as the community has it. <see cref="Id"/> is the community's, <see cref="ExternalId"/> ours. Fingerprints are those that the
/// drafts came with; <see cref="Fingerprint"/> is of the published revision.
/// </summary>
public sealed record GridDocument(
    string Id, string ExternalId, string ManagedBy, string Title, DocumentState State, int LatestRevision, Uri Url, string Etag)
{
    public int? DraftRevision { get; init; }

    public int? PublishedRevision { get; init; }

    public string? DraftFingerprint { get; init; }

    public string? Fingerprint { get; init; }

    /// <summary>Where the published revision came from; a listing leaves it out.</summary>
    public GridSource? Source { get; init; }
}

public enum DocumentState
{
    Draft,
    Scheduled,
    Published,
    Superseded,
    Archived,
}
