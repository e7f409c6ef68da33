using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>
/// Carries one change to its community: files, then the draft, then the publication. Every call may be repeated: files are addressed by
/// their content, drafts are bound to the etag that the plan saw, publications carry an idempotency key. After an unknown outcome the
/// document is read back, and the community's word decides.
/// </summary>
public sealed class CommunityWriter(ITradingGrid grid)
{
    private static readonly TimeSpan ScanTime = TimeSpan.FromMinutes(2);

    public async Task<GridDocument> PublishAsync(Change change, GridSource source, CancellationToken cancellation)
    {
        var desired = change.Desired ?? throw new ArgumentException("a publication needs its content", nameof(change));
        foreach (var file in desired.Files)
        {
            await UploadAsync(desired, file, cancellation);
        }

        var wanted = desired.Draft with { Source = source };
        var draft = await SettleAsync(
            () => grid.PutDraftAsync(change.Community, change.ExternalId, wanted, change.Live?.Etag, cancellation),
            change,
            document => document.DraftFingerprint == desired.ContentHash || document.Fingerprint == desired.ContentHash,
            cancellation);
        var revision = draft.DraftRevision ?? draft.PublishedRevision ?? draft.LatestRevision;
        var key = Key("publish", change.Community, change.ExternalId, $"{revision}", desired.ContentHash);
        return await SettleAsync(
            () => grid.PublishAsync(change.Community, draft.Id, revision, key, cancellation),
            change,
            document => document.State == DocumentState.Published && document.Fingerprint == desired.ContentHash,
            cancellation);
    }

    public Task<GridDocument> ArchiveAsync(Change change, CancellationToken cancellation)
    {
        var live = change.Live ?? throw new ArgumentException("only a live document can be withdrawn", nameof(change));
        var key = Key("archive", change.Community, change.ExternalId, $"{live.PublishedRevision}", live.Fingerprint ?? "");
        return SettleAsync(
            () => grid.ArchiveAsync(change.Community, live.Id, live.Etag, key, cancellation),
            change,
            document => document.State == DocumentState.Archived,
            cancellation);
    }

    private async Task UploadAsync(DesiredPublication desired, DesiredFile file, CancellationToken cancellation)
    {
        var known = await grid.FindAttachmentAsync(desired.Community, file.Sha256, cancellation)
            ?? await grid.PutAttachmentAsync(desired.Community, file.Sha256, file.Bytes, file.MediaType, cancellation);
        if (known.ScanStatus == ScanStatus.Pending)
        {
            known = await grid.WaitForScanAsync(desired.Community, file.Sha256, ScanTime, cancellation);
        }

        if (known.ScanStatus != ScanStatus.Clean)
        {
            throw new PipelineException(ExitCode.PartlyApplied, Catalogue.Publish.AttachmentRefused.At(
                desired.Document.Path,
                SourceSpan.Start,
                $"{file.FileName} is {known.ScanStatus.ToString().ToLowerInvariant()} according to the scanner of {desired.Community}",
                help: "replace the file, or run Publish again if the scan is only slow"));
        }
    }

    // A call whose answer was lost may have worked: look, and only say it failed when the document says so.
    private async Task<GridDocument> SettleAsync(
        Func<Task<GridDocument>> call, Change change, Func<GridDocument, bool> worked, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (UnknownOutcomeException)
        {
            var document = await grid.FindDocumentAsync(change.Community, change.ExternalId, cancellation);
            if (document is not null && worked(document))
            {
                return document;
            }

            throw;
        }
    }

    private static string Key(params string[] parts) => Digest.Of(string.Join('\n', parts));
}
