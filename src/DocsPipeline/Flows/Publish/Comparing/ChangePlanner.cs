using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>
/// What git wants, what the communities have and what the ledger remembers → a plan. Pure: the same three give the same plan. Documents
/// that are not ours are never touched, and only what carries our marker and has a receipt in the ledger is ever withdrawn.
/// </summary>
public static class ChangePlanner
{
    public static Plan Compare(
        PlanBinding binding, IReadOnlyList<DesiredPublication> desired, IReadOnlyList<CommunityInventory> inventories, LedgerState ledger,
        GuardrailSettings guardrails)
    {
        var changes = new List<Change>();
        var links = new List<CaseLink>();
        var (refusals, notices) = (new List<Diagnostic>(), new List<Diagnostic>());
        foreach (var inventory in inventories)
        {
            var wanted = desired.Where(publication => publication.Community == inventory.Community)
                .OrderBy(publication => publication.ExternalId, StringComparer.Ordinal).ToList();
            var comparison = new DocumentComparison(inventory, ledger, refusals);
            var own = wanted.Select(comparison.Compare).Concat(Withdrawals(inventory, wanted, ledger, notices)).ToList();
            var ownLinks = CaseLinks.Missing(inventory, wanted).ToList();
            var live = inventory.Documents.Count(document => IsOurs(document) && document.State == DocumentState.Published);
            refusals.AddRange(Guardrails.Check(inventory.Community, own, live, guardrails));
            refusals.AddRange(Guardrails.CheckLinks(inventory.Community, ownLinks, inventory.Cases.Count, guardrails));
            changes.AddRange(own.OrderBy(change => change.Action == ChangeAction.Archive));
            links.AddRange(ownLinks);
        }

        return new Plan(binding, changes, refusals)
        {
            Links = links,
            MovesPublishedCommit = ledger.PublishedCommit != binding.Commit,
            Notices = notices,
        };
    }

    // A marker alone proves nothing: whoever may write to the community can set it, and after a ledger was lost nobody knows any more what
    // was published from here. Such a document stays and is reported; a receipt is written again as soon as git wants the document.
    private static IEnumerable<Change> Withdrawals(
        CommunityInventory inventory, IReadOnlyList<DesiredPublication> wanted, LedgerState ledger, List<Diagnostic> notices)
    {
        var kept = wanted.SelectMany(publication => publication.Draft.Supersedes.Append(publication.ExternalId)).ToHashSet();
        var left = inventory.Documents
            .Where(document => IsOurs(document) && document.State is (DocumentState.Published or DocumentState.Scheduled))
            .Where(document => !kept.Contains(document.ExternalId))
            .OrderBy(document => document.ExternalId, StringComparer.Ordinal)
            .ToLookup(document => ledger.Receipts.ContainsKey((inventory.Community, document.ExternalId)));
        notices.AddRange(left[false].Select(document => Catalogue.Publish.ReceiptIsMissing.At(
            $"community {inventory.Community}", SourceSpan.Start,
            $"`{document.ExternalId}` (\"{document.Title}\") carries our marker, git does not want it and the ledger has no receipt of it",
            help: "withdraw it in the community, or bring its document back into git, publish, and then take the document out again")));
        return left[true].Select(live =>
            new Change(ChangeAction.Archive, inventory.Community, live.ExternalId, live.Title, ChangeReason.NoLongerInGit) { Live = live });
    }

    private static bool IsOurs(GridDocument document) => document.ManagedBy == DesiredPublication.Owner;
}
