using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>The complete inventory of one community, proved against the total that the community states.</summary>
public sealed record CommunityInventory(string Community, IReadOnlyList<GridDocument> Documents);

/// <summary>
/// What git wants, what the communities have and what the ledger remembers → a plan. Pure: the same three give the same plan. Documents
/// that are not ours are never touched, and only what the ledger or our marker names is ever withdrawn.
/// </summary>
public static class Planner
{
    /// <summary>The ownership marker that our documents carry in the community.</summary>
    public const string Owner = "docs-pipeline";

    public static Plan Compare(
        PlanBinding binding, IReadOnlyList<DesiredPublication> desired, IReadOnlyList<CommunityInventory> inventories, LedgerState ledger, RailSettings rails)
    {
        var changes = new List<Change>();
        var refusals = new List<Diagnostic>();
        foreach (var inventory in inventories)
        {
            var live = inventory.Documents.ToDictionary(document => document.ExternalId);
            var wanted = desired.Where(publication => publication.Community == inventory.Community).OrderBy(publication => publication.ExternalId, StringComparer.Ordinal).ToList();
            var own = new List<Change>();
            foreach (var publication in wanted)
            {
                var known = ledger.Receipts.GetValueOrDefault((inventory.Community, publication.ExternalId));
                own.Add(Compare(publication, live.GetValueOrDefault(publication.ExternalId), known, live, refusals));
            }

            var superseded = wanted.SelectMany(publication => publication.Draft.Supersedes).ToHashSet(StringComparer.Ordinal);
            var kept = wanted.Select(publication => publication.ExternalId).ToHashSet(StringComparer.Ordinal);
            own.AddRange(inventory.Documents
                .Where(document => document.ManagedBy == Owner && document.State is DocumentState.Published or DocumentState.Scheduled)
                .Where(document => document.ManagedBy == Owner && !kept.Contains(document.ExternalId) && !superseded.Contains(document.ExternalId))
                .OrderBy(document => document.ExternalId, StringComparer.Ordinal)
                .Select(document => new Change(ChangeAction.Archive, inventory.Community, document.ExternalId, document.Title, "no longer published from git") { Live = document }));

            var published = inventory.Documents.Count(document => document.ManagedBy == Owner && document.State == DocumentState.Published);
            refusals.AddRange(Rails.Check(inventory.Community, own, published, rails));
            changes.AddRange(own.OrderBy(change => change.Action == ChangeAction.Archive));
        }

        return new Plan(binding, changes, refusals);
    }

    private static Change Compare(
        DesiredPublication desired, GridDocument? live, Receipt? receipt, Dictionary<string, GridDocument> inventory, List<Diagnostic> refusals)
    {
        var superseded = desired.Draft.Supersedes.Where(id => inventory.GetValueOrDefault(id) is { State: DocumentState.Published }).ToList();
        var change = new Change(ChangeAction.Unchanged, desired.Community, desired.ExternalId, desired.Draft.Title, "live as git wants it")
        {
            Desired = desired,
            Live = live,
            Supersedes = superseded,
        };
        if (live is null)
        {
            return change with { Action = ChangeAction.Create, Reason = receipt is null ? "new" : "the community no longer has it" };
        }

        if (live.ManagedBy != Owner)
        {
            refusals.Add(Catalogue.Publish.OwnedByAnother.At(desired.Document.Path, SourceSpan.Start,
                $"community {desired.Community} already has a document `{desired.ExternalId}` that belongs to {live.ManagedBy}", help: "give this document another id"));
            return change with { Reason = "belongs to somebody else" };
        }

        if (live.State == DocumentState.Published && live.Fingerprint == desired.Fingerprint)
        {
            return receipt is { State: ReceiptState.Published } && receipt.Fingerprint == desired.Fingerprint && receipt.Revision == live.PublishedRevision
                ? change
                : change with { Action = ChangeAction.Record, Reason = "published before, receipt missing" };
        }

        if (live.State == DocumentState.Published && receipt is { State: ReceiptState.Published } && live.Fingerprint != receipt.Fingerprint)
        {
            refusals.Add(Catalogue.Publish.ChangedInCommunity.At(desired.Document.Path, SourceSpan.Start,
                $"`{desired.ExternalId}` in {desired.Community} is not what was published last (revision {receipt.Revision}, now {live.PublishedRevision})",
                help: "look at the document in the community, bring the change into git, and publish again"));
            return change with { Reason = "changed in the community" };
        }

        var reason = live.State switch
        {
            DocumentState.Published => "content or readers changed",
            DocumentState.Archived => "was withdrawn, comes back",
            DocumentState.Superseded => "was superseded, comes back",
            _ => "draft was never published",
        };
        return change with { Action = ChangeAction.Update, Reason = reason };
    }
}
