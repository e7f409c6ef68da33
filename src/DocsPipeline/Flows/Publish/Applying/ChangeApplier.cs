using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>
/// Applies the changes of a plan one after the other, and its links after them. What was done stays done and is noted for the ledger; after
/// the first fault nothing more is tried, and the next run continues behind it.
/// </summary>
internal sealed class ChangeApplier(
    ITradingGrid grid, Provenance provenance, LedgerState before, LedgerDraft ledger, IProgress<string> progress)
{
    private readonly CommunityWriter writer = new(grid);
    private readonly List<PublishedDocument> documents = [];
    private readonly List<CaseLink> links = [];
    private readonly List<Diagnostic> faults = [];

    public IReadOnlyList<PublishedDocument> Documents => documents;

    public IReadOnlyList<CaseLink> Links => links;

    public IReadOnlyList<Diagnostic> Faults => faults;

    public async Task ApplyAsync(Plan plan, CancellationToken cancellation)
    {
        foreach (var change in plan.Changes)
        {
            if (faults.Count > 0)
            {
                documents.Add(Outcome(change, PublishStatus.Failed, null, null, "not reached"));
                continue;
            }

            try
            {
                var (status, receipt) = await ApplyAsync(change, cancellation);
                ledger.Add(change, receipt);
                var url = receipt is null ? change.Live?.Url : new Uri(receipt.Url);
                documents.Add(Outcome(change, status, receipt?.Revision ?? change.Live?.PublishedRevision, url, change.Reason.Words()));
            }
            catch (PipelineException fault)
            {
                faults.AddRange(fault.Diagnostics);
                documents.Add(Outcome(change, PublishStatus.Failed, null, null, fault.Diagnostics[0].Message));
            }
        }

        await LinkAsync(plan.Links, cancellation);
    }

    /// <summary>After a fault: how much of the plan was applied, and that the rest is not lost.</summary>
    public IEnumerable<Diagnostic> Left(string commit)
    {
        var (wanted, done) = (0, 0);
        foreach (var document in documents.Where(document => document.Status != PublishStatus.Unchanged))
        {
            wanted++;
            done += document.Status == PublishStatus.Failed ? 0 : 1;
        }

        return faults.Count == 0 ? [] :
        [
            Catalogue.Publish.PartlyApplied.At(
                $"commit {commit[..8]}", SourceSpan.Start,
                $"plan was applied only in part: {done} of {wanted} {(wanted == 1 ? "document" : "documents")}",
                help: "run `./build.sh publish` again: it continues with what is left, and does nothing twice",
                notes: [.. faults.Select(fault => $"because of {fault.Code.Id}: {fault.Message}")]),
        ];
    }

    private async Task LinkAsync(IEnumerable<CaseLink> planned, CancellationToken cancellation)
    {
        foreach (var link in planned.TakeWhile(_ => faults.Count == 0))
        {
            progress.Report($"Linking {link.ExternalId} on case {link.CaseNumber}");
            try
            {
                await grid.LinkDocumentAsync(link.Community, link.CaseId, link.ExternalId, cancellation);
                links.Add(link);
            }
            catch (PipelineException fault)
            {
                faults.AddRange(fault.Diagnostics);
            }
        }
    }

    private async Task<(PublishStatus Status, Receipt? Receipt)> ApplyAsync(Change change, CancellationToken cancellation)
    {
        switch (change.Action)
        {
            case ChangeAction.Create or ChangeAction.Update:
                progress.Report($"Publishing {change.ExternalId} to {change.Community}");
                var source = provenance.SourceOf(change.Desired!.Document);
                var published = await writer.PublishAsync(change, source, cancellation);
                return (PublishStatus.Published, Provenance.ReceiptOf(change, source, published));
            case ChangeAction.Record:
                progress.Report($"Recording {change.ExternalId}, which is live already");
                var live = await grid.FindDocumentAsync(change.Community, change.ExternalId, cancellation);
                var origin = live?.Source ?? provenance.SourceOf(change.Desired!.Document);
                return (PublishStatus.Recorded, Provenance.ReceiptOf(change, origin, live!));
            case ChangeAction.Archive:
                progress.Report($"Withdrawing {change.ExternalId} from {change.Community}");
                await writer.ArchiveAsync(change, cancellation);
                var receipt = before.Receipts[(change.Community, change.ExternalId)];
                return (PublishStatus.Withdrawn, receipt with { State = ReceiptState.Archived });
            default:
                return (PublishStatus.Unchanged, null);
        }
    }

    private static PublishedDocument Outcome(Change change, PublishStatus status, int? revision, Uri? url, string reason)
    {
        var document = change.Desired?.Document;
        return new PublishedDocument(
            change.Community, change.ExternalId, document?.Id.Value ?? change.ExternalId, change.Title, status, revision, url,
            change.Desired?.Readers ?? [], reason)
        {
            Path = document?.Path ?? "",
        };
    }
}
