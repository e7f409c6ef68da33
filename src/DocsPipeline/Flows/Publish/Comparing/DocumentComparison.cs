using DocsPipeline.Diagnostics;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>Compares what git wants under one external id with what one community has there and what the ledger remembers of it.</summary>
internal sealed class DocumentComparison(CommunityInventory inventory, LedgerState ledger, ICollection<Diagnostic> refusals)
{
    private readonly Dictionary<string, GridDocument> documents = inventory.Documents.ToDictionary(document => document.ExternalId);

    /// <summary>The change that is needed; a document that may not be touched is added to the refusals.</summary>
    public Change Compare(DesiredPublication desired)
    {
        var live = documents.GetValueOrDefault(desired.ExternalId);
        var receipt = ledger.Receipts.GetValueOrDefault((inventory.Community, desired.ExternalId));
        var (community, id, title) = (desired.Community, desired.ExternalId, desired.Draft.Title);
        var change = new Change(ChangeAction.Unchanged, community, id, title, ChangeReason.LiveAsWanted)
        {
            Desired = desired,
            Live = live,
            Supersedes = [.. desired.Draft.Supersedes.Where(old => IsSuperseded(old, desired))],
        };
        if (live is null)
        {
            var reason = receipt is null ? ChangeReason.New : ChangeReason.MissingInCommunity;
            return change with { Action = ChangeAction.Create, Reason = reason };
        }

        if (!IsOurs(live, desired, "give this document another id"))
        {
            return change with { Reason = ChangeReason.BelongsToAnother };
        }

        var published = receipt is { State: ReceiptState.Published } ? receipt : null;
        if (live.State == DocumentState.Published && live.Fingerprint == desired.ContentHash)
        {
            return published?.ContentHash == desired.ContentHash && published.Revision == live.PublishedRevision
                ? change
                : change with { Action = ChangeAction.Record, Reason = ChangeReason.ReceiptIsMissing };
        }

        if (live.State == DocumentState.Published && published is not null && live.Fingerprint != published.ContentHash)
        {
            var revisions = $"revision {published.Revision}, now {live.PublishedRevision}";
            refusals.Add(Catalogue.Publish.ChangedInCommunity.At(
                desired.Document.Path, SourceSpan.Start, $"`{id}` in {community} is not what was published last ({revisions})",
                help: "look at the document in the community, bring the change into git, and publish again"));
            return change with { Reason = ChangeReason.ChangedInCommunity };
        }

        return change with { Action = ChangeAction.Update, Reason = ReasonOf(live.State) };
    }

    private bool IsSuperseded(string id, DesiredPublication by) =>
        documents.GetValueOrDefault(id) is { State: DocumentState.Published } old && IsOurs(old, by, "do not supersede it");

    private bool IsOurs(GridDocument live, DesiredPublication desired, string help)
    {
        if (live.ManagedBy == DesiredPublication.Owner)
        {
            return true;
        }

        refusals.Add(Catalogue.Publish.OwnedByAnother.At(
            desired.Document.Path, SourceSpan.Start,
            $"community {desired.Community} already has a document `{live.ExternalId}` that belongs to {live.ManagedBy}", help: help));
        return false;
    }

    private static ChangeReason ReasonOf(DocumentState state) => state switch
    {
        DocumentState.Published => ChangeReason.ContentOrReaders,
        DocumentState.Archived => ChangeReason.WasWithdrawn,
        DocumentState.Superseded => ChangeReason.WasSuperseded,
        _ => ChangeReason.DraftWasNotPublished,
    };
}
