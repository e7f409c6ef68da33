namespace DocsPipeline.Systems.TradingGrid.Http.Wire;

/// <summary>A line of the inventory or a document by itself, which also has its revisions.</summary>
internal sealed record DocumentShape(
    string Id,
    string ExternalId,
    string ManagedBy,
    string Title,
    DocumentState State,
    int? DraftRevision,
    int? PublishedRevision,
    int LatestRevision,
    string? DraftFingerprint,
    string? Fingerprint,
    Uri Url,
    string Etag,
    RevisionShape? Published = null)
{
    public GridDocument ToDocument() => new(Id, ExternalId, ManagedBy, Title, State, LatestRevision, Url, Etag)
    {
        DraftRevision = DraftRevision,
        PublishedRevision = PublishedRevision,
        DraftFingerprint = DraftFingerprint,
        Fingerprint = Fingerprint,
        Source = Published?.Source,
    };
}

internal sealed record RevisionShape(GridSource? Source);
