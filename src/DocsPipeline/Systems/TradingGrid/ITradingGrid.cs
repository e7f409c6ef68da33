namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// The Trading Grid community, whatever carries our documents there and the partners' answers back: flows see this and its values, never an
/// adapter. What an adapter cannot do it leaves out of <see cref="GetCapabilitiesAsync"/>, and nobody asks it for that. Refusals are <see
/// cref="Http.RemoteException"/>, a write that may or may not have happened is an <see cref="Http.UnknownOutcomeException"/>; every write
/// may be repeated.
/// </summary>
public interface ITradingGrid
{
    Task<IReadOnlySet<Capability>> GetCapabilitiesAsync(string community, CancellationToken cancellation);

    Task<IReadOnlyList<Partner>> ListPartnersAsync(string community, CancellationToken cancellation);

    /// <summary>Groups that an audience may name, the reserved <c>everyone</c> among them.</summary>
    Task<IReadOnlyList<PartnerGroup>> ListGroupsAsync(string community, CancellationToken cancellation);

    /// <summary>The complete inventory, whoever manages it; an adapter that cannot prove that it is complete throws.</summary>
    Task<IReadOnlyList<GridDocument>> ListDocumentsAsync(string community, CancellationToken cancellation);

    /// <summary>One document by our own id, or null.</summary>
    Task<GridDocument?> FindDocumentAsync(string community, string externalId, CancellationToken cancellation);

    /// <summary>
    /// Creates (no etag: it must not exist yet) or replaces the draft revision; <c>precondition_failed</c> where the etag no longer holds.
    /// </summary>
    Task<GridDocument> PutDraftAsync(string community, string externalId, GridDraft draft, string? etag, CancellationToken cancellation);

    /// <summary>Publishes exactly this revision. A key that was used before gives the first answer again.</summary>
    Task<GridDocument> PublishAsync(
        string community, string documentId, int revision, string idempotencyKey, CancellationToken cancellation);

    /// <summary>Withdraws a document from partners; <c>precondition_failed</c> where the etag no longer holds.</summary>
    Task<GridDocument> ArchiveAsync(
        string community, string documentId, string etag, string idempotencyKey, CancellationToken cancellation);

    Task<GridAttachment?> FindAttachmentAsync(string community, string sha256, CancellationToken cancellation);

    /// <summary>Uploads a file under the SHA-256 of its bytes; a second time is a no-op.</summary>
    Task<GridAttachment> PutAttachmentAsync(
        string community, string sha256, ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancellation);

    /// <summary>Waits until the scan is over; still <see cref="ScanStatus.Pending"/> when the time is up.</summary>
    Task<GridAttachment> WaitForScanAsync(string community, string sha256, TimeSpan within, CancellationToken cancellation);

    /// <summary>
    /// The next page of the feed, from the oldest kept event where there is no cursor; null where the cursor has expired and all must be
    /// read anew.
    /// </summary>
    Task<EventPage?> ReadEventsAsync(string community, string? cursor, CancellationToken cancellation);

    /// <summary>What partners sent, in its present state; null where it is gone.</summary>
    Task<PartnerItem?> FindItemAsync(string community, ItemReference item, CancellationToken cancellation);

    /// <summary>
    /// Remembers the counterpart in another system at the item and gives the item's new version; null where the community keeps none of its
    /// kind.
    /// </summary>
    Task<int?> PutReferenceAsync(string community, ItemReference item, ExternalRef counterpart, CancellationToken cancellation);

    /// <summary>All cases; none where the community has no cases.</summary>
    Task<IReadOnlyList<Case>> ListCasesAsync(string community, CancellationToken cancellation);

    /// <summary>Shows the document that helps on the case, to partners who can read the document; a second time is a no-op.</summary>
    Task LinkDocumentAsync(string community, string caseId, string externalId, CancellationToken cancellation);
}
