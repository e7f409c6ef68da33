using CsCheck;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>What holds of every plan, whatever git wants, the community has and the ledger remembers.</summary>
public sealed class RandomPlanTests
{
    private const int Documents = 6;

    // Two versions of each document; a document may be wanted, live and remembered, each by itself, in any of them.
    private static readonly Gen<string?> Version = Gen.OneOf<string?>(null, "old", "new");

    private static readonly Gen<Entry> Some = Gen.Select(
        Version, Version, Version, Gen.Enum<DocumentState>(), Gen.Bool, Gen.Bool, Gen.Bool,
        (wanted, live, receipt, state, ours, edited, draft) =>
            new Entry(wanted, live, receipt, state, ours, edited, draft));

    private static readonly Gen<Entry[]> Worlds = Some.Array[0, Documents];

    [Fact]
    public void Only_what_is_ours_is_touched_and_only_what_is_remembered_is_withdrawn() => Worlds.Sample(entries =>
    {
        foreach (var change in PlanOf(entries).Pending)
        {
            (change.Live?.ManagedBy ?? DesiredPublication.Owner).ShouldBe(DesiredPublication.Owner);
            var entry = entries[Number(change.ExternalId)];
            if (change.Action == ChangeAction.Archive)
            {
                (entry.Wanted, entry.Ours).ShouldBe((null, true));
                entry.Receipt.ShouldNotBeNull();
                entry.State.ShouldBeOneOf(DocumentState.Published, DocumentState.Scheduled);
            }
            else
            {
                change.Desired.ShouldNotBeNull().ContentHash.ShouldBe(entry.Want(change.ExternalId)!.ContentHash);
            }
        }
    });

    [Fact]
    public void Each_document_that_git_wants_is_planned_once() => Worlds.Sample(entries =>
        PlanOf(entries).Changes.Where(change => change.Action != ChangeAction.Archive).Select(change => change.ExternalId)
            .Order(StringComparer.Ordinal)
            .ShouldBe(entries.Select((entry, number) => (entry, number)).Where(pair => pair.entry.Wanted is not null)
                .Select(pair => Id(pair.number))));

    [Fact]
    public void The_order_in_which_things_are_listed_changes_nothing() =>
        Gen.Select(Worlds, Gen.Int).Sample((entries, seed) =>
        {
            var (wanted, live, receipts) = Parts(entries);
            var random = new Random(seed);
            random.Shuffle(wanted);
            random.Shuffle(live);
            random.Shuffle(receipts);

            PlanFile.Of(Compare(wanted, live, receipts)).ShouldBe(PlanFile.Of(PlanOf(entries)));
        });

    [Fact]
    public void An_edit_in_the_community_is_never_overwritten() => Gen.Select(Worlds, Some).Sample((others, entry) =>
    {
        var edited = entry with
        {
            Wanted = entry.Wanted ?? "new",
            Live = entry.Live ?? "old",
            Receipt = entry.Receipt ?? "old",
            State = DocumentState.Published,
            Ours = true,
            Edited = true,
        };
        var id = Id(others.Length);

        var plan = PlanOf([.. others, edited]);

        plan.Pending.ShouldNotContain(change => change.ExternalId == id);
        plan.Refusals.ShouldContain(refusal =>
            refusal.Code == Catalogue.Publish.ChangedInCommunity && refusal.Message.Contains(id, StringComparison.Ordinal));
    });

    [Fact]
    public void What_was_applied_leaves_nothing_to_do() => Worlds.Sample(entries =>
    {
        var after = entries.Select((entry, number) => (Id(number), entry)).ToArray();
        foreach (var change in PlanOf(entries).Pending)
        {
            var number = Number(change.ExternalId);
            after[number] = (change.ExternalId, change.Action == ChangeAction.Archive
                ? entries[number] with { State = DocumentState.Archived }
                : entries[number] with
                {
                    Live = entries[number].Wanted,
                    Receipt = entries[number].Wanted,
                    State = DocumentState.Published,
                    Ours = true,
                    Edited = false,
                });
        }

        PlanOf([.. after.Select(pair => pair.entry)]).Pending.ShouldBeEmpty();
    });

    private static Plan PlanOf(Entry[] entries)
    {
        var (wanted, live, receipts) = Parts(entries);
        return Compare(wanted, live, receipts);
    }

    // The guardrails have tests of their own; here they would stop every second plan.
    private static Plan Compare(DesiredPublication[] wanted, GridDocument[] live, Receipt[] receipts) => ChangePlanner.Compare(
        new PlanBinding("commit", null, "inventory", "rules"), wanted, [new CommunityInventory(Community, live)], Ledger(receipts),
        new GuardrailSettings(new Share(100), Documents, new Share(100)));

    private static (DesiredPublication[] Wanted, GridDocument[] Live, Receipt[] Receipts) Parts(Entry[] entries) =>
    (
        [.. entries.Select((entry, number) => entry.Want(Id(number))).OfType<DesiredPublication>()],
        [.. entries.Select((entry, number) => entry.LiveAs(Id(number))).OfType<GridDocument>()],
        [.. entries.Select((entry, number) => entry.ReceiptOf(Id(number))).OfType<Receipt>()]
    );

    private static string Id(int number) => $"document-{number}";

    private static int Number(string id) => id[^1] - '0';

    /// <summary>One document everywhere: which version git wants, the community shows and the ledger remembers; null is none.</summary>
    private sealed record Entry(
        string? Wanted, string? Live, string? Receipt, DocumentState State, bool Ours, bool Edited, bool HasDraft)
    {
        public DesiredPublication? Want(string id) => Wanted is null ? null : PlannerSamples.Wanted(id, Wanted);

        public GridDocument? LiveAs(string id) => Live is null ? null : PlannerSamples.Live(PlannerSamples.Wanted(id, Live)) with
        {
            State = State,
            ManagedBy = Ours ? DesiredPublication.Owner : "marketing",
            Fingerprint = Edited ? "edited by hand" : PlannerSamples.Wanted(id, Live).ContentHash,
            DraftFingerprint = HasDraft ? PlannerSamples.Wanted(id, "draft").ContentHash : null,
        };

        public Receipt? ReceiptOf(string id) => Receipt is null ? null : PlannerSamples.Receipt(PlannerSamples.Wanted(id, Receipt));
    }
}
