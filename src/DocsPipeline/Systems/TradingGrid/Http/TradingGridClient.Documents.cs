using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http.Wire;

namespace DocsPipeline.Systems.TradingGrid.Http;

public sealed partial class TradingGridClient
{
    public async Task<IReadOnlyList<GridDocument>> ListDocumentsAsync(string community, CancellationToken cancellation)
    {
        var all = await ListAsync(At(community, "documents"), GridJson.Default.Documents, document => document.Id, cancellation);
        return [.. all.Select(document => document.ToDocument())];
    }

    public async Task<GridDocument?> FindDocumentAsync(string community, string externalId, CancellationToken cancellation)
    {
        var target = At(community, "documents", "by-external-id", externalId);
        return (await FindAsync(target, GridJson.Default.DocumentShape, cancellation))?.ToDocument();
    }

    public async Task<GridDocument> PutDraftAsync(
        string community, string externalId, GridDraft draft, string? etag, CancellationToken cancellation)
    {
        var target = At(community, "documents", "by-external-id", externalId);
        var request = RemoteRequest.Send(HttpMethod.Put, target, draft, GridJson.Default.GridDraft) with
        {
            Headers = new Dictionary<string, string> { [etag is null ? "If-None-Match" : "If-Match"] = etag ?? "*" },
        };
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.DocumentShape).ToDocument();
    }

    public async Task<GridDocument> PublishAsync(
        string community, string documentId, int revision, string idempotencyKey, CancellationToken cancellation)
    {
        var target = At(community, "documents", documentId, "publish");
        var request = Post(target, new PublishOrder(revision), GridJson.Default.PublishOrder, idempotencyKey);
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.DocumentShape).ToDocument();
    }

    public async Task<GridDocument> ArchiveAsync(
        string community, string documentId, string etag, string idempotencyKey, CancellationToken cancellation)
    {
        var target = At(community, "documents", documentId, "archive");
        var request = Post(target, new ArchiveOrder("withdrawn"), GridJson.Default.ArchiveOrder, idempotencyKey, etag);
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.DocumentShape).ToDocument();
    }

    public Task<GridAttachment?> FindAttachmentAsync(string community, string sha256, CancellationToken cancellation) =>
        FindAsync(At(community, "attachments", sha256), GridJson.Default.GridAttachment, cancellation);

    public async Task<GridAttachment> PutAttachmentAsync(
        string community, string sha256, ReadOnlyMemory<byte> bytes, string mediaType, CancellationToken cancellation)
    {
        var request = new RemoteRequest(HttpMethod.Put, At(community, "attachments", sha256)) { Body = bytes, MediaType = mediaType };
        return (await SendAsync(request, cancellation)).Read(GridJson.Default.GridAttachment);
    }

    public async Task<GridAttachment> WaitForScanAsync(string community, string sha256, TimeSpan within, CancellationToken cancellation)
    {
        // Soon at first, every other second then.
        var deadline = clock.GetUtcNow() + within;
        for (var pause = 0.125; ; pause = Math.Min(2, pause * 2))
        {
            var attachment = await GetAsync(At(community, "attachments", sha256), GridJson.Default.GridAttachment, cancellation);
            if (attachment.ScanStatus != ScanStatus.Pending || clock.GetUtcNow() >= deadline)
            {
                return attachment;
            }

            await Task.Delay(TimeSpan.FromSeconds(pause), clock, cancellation);
        }
    }
}
