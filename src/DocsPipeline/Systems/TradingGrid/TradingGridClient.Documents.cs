using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Wire;

namespace DocsPipeline.Systems.TradingGrid;

public sealed partial class TradingGridClient
{
    /// <summary>The complete inventory, or only what carries an ownership marker.</summary>
    public Task<IReadOnlyList<GridDocumentSummary>> ListDocumentsAsync(string community, string? managedBy, CancellationToken cancellation) =>
        ListAsync(
            At(community, "documents") + (managedBy is null ? "" : $"?managedBy={Uri.EscapeDataString(managedBy)}"),
            GridJson.Default.Documents,
            document => document.Id,
            cancellation);

    /// <summary>One document by our own id, or null.</summary>
    public Task<GridDocument?> FindDocumentAsync(string community, string externalId, CancellationToken cancellation) =>
        FindAsync(At(community, "documents", "by-external-id", externalId), GridJson.Default.GridDocument, cancellation);

    public Task<IReadOnlyList<GridRevision>> ListRevisionsAsync(string community, string documentId, CancellationToken cancellation) =>
        ListAsync(At(community, "documents", documentId, "revisions"), GridJson.Default.Revisions, revision => $"{revision.Revision}", cancellation);

    /// <summary>Creates (no etag: it must not exist yet) or replaces the draft revision (the etag that was read must still hold); <c>precondition_failed</c> otherwise.</summary>
    public async Task<GridDocument> PutDraftAsync(string community, string externalId, GridDraft draft, string? etag, CancellationToken cancellation)
    {
        var request = RemoteRequest.Send(HttpMethod.Put, At(community, "documents", "by-external-id", externalId), draft, GridJson.Default.GridDraft) with
        {
            Headers = new Dictionary<string, string> { [etag is null ? "If-None-Match" : "If-Match"] = etag ?? "*" },
        };
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.GridDocument);
    }

    /// <summary>Publishes exactly the revision that was read, now or at a time. A key that was used before gives the first answer again.</summary>
    public async Task<GridDocument> PublishAsync(
        string community, string documentId, int revision, string idempotencyKey, CancellationToken cancellation, string? etag = null, DateTimeOffset? at = null)
    {
        var request = Post(At(community, "documents", documentId, "publish"), new PublishOrder(revision, at), GridJson.Default.PublishOrder, idempotencyKey, etag);
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.GridDocument);
    }

    /// <summary>Withdraws a document from partners. Reasons: <c>withdrawn</c>, <c>replaced</c>, <c>expired</c>, <c>published-in-error</c>; the successor is an external id.</summary>
    public async Task<GridDocument> ArchiveAsync(
        string community, string documentId, string reason, string? note, string? successor, string idempotencyKey, CancellationToken cancellation, string? etag = null)
    {
        var request = Post(At(community, "documents", documentId, "archive"), new ArchiveOrder(reason, note, successor), GridJson.Default.ArchiveOrder, idempotencyKey, etag);
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.GridDocument);
    }

    public Task<GridAttachment?> FindAttachmentAsync(string community, string sha256, CancellationToken cancellation) =>
        FindAsync(At(community, "attachments", sha256), GridJson.Default.GridAttachment, cancellation);

    /// <summary>Uploads a file under the SHA-256 of its bytes; a second time is a no-op.</summary>
    public async Task<GridAttachment> PutAttachmentAsync(string community, string sha256, ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancellation)
    {
        var request = new RemoteRequest(HttpMethod.Put, At(community, "attachments", sha256)) { Body = bytes, MediaType = mediaType };
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.GridAttachment);
    }

    /// <summary>Asks until the scan is over, soon at first and every other second then; still <c>pending</c> when the time is up.</summary>
    public async Task<GridAttachment> WaitForScanAsync(string community, string sha256, TimeSpan within, CancellationToken cancellation)
    {
        var deadline = clock.GetUtcNow() + within;
        for (var pause = 0.125; ; pause = Math.Min(2, pause * 2))
        {
            var attachment = await GetAsync(At(community, "attachments", sha256), GridJson.Default.GridAttachment, cancellation);
            if (attachment.ScanStatus != "pending" || clock.GetUtcNow() >= deadline)
            {
                return attachment;
            }

            await Task.Delay(TimeSpan.FromSeconds(pause), clock, cancellation);
        }
    }

    /// <summary>The bytes of a clean file; <c>attachment_not_clean</c> otherwise.</summary>
    public async Task<ReadOnlyMemory<byte>> DownloadAttachmentAsync(string community, string sha256, CancellationToken cancellation) =>
        (await SendAsync(RemoteRequest.Get(At(community, "attachments", sha256, "content")) with { IsDownload = true }, cancellation)).Body;
}
