using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>One plan with everything that can be the matter with a document, as people read it and as it is saved.</summary>
public sealed class ChangeReasonTests
{
    [Fact]
    public void A_plan_says_of_each_document_what_happens_and_why() => PlanRenderer.Text(Everything()).ShouldMatchSnapshot();

    [Fact]
    public void A_plan_says_what_a_person_has_to_look_at() =>
        string.Join('\n', Everything().Refusals.Concat(Everything().Notices).Select(said => $"{said}\n  help: {said.Help}"))
            .ShouldMatchSnapshot();

    [Fact]
    public void A_plan_is_saved_with_all_that_it_would_do() => PlanFile.Of(Everything()).ShouldMatchSnapshot();

    [Fact]
    public void Every_reason_occurs_in_it() =>
        Everything().Changes.Select(change => change.Reason).Distinct().ShouldBe(Enum.GetValues<ChangeReason>(), ignoreOrder: true);

    [Fact]
    public void Every_reason_has_words_of_its_own() =>
        string.Join('\n', Enum.GetValues<ChangeReason>().Select(reason => $"{reason}: {reason.Words()}")).ShouldMatchSnapshot();

    [Fact]
    public void A_reason_without_words_is_a_fault_of_ours() =>
        Should.Throw<ArgumentOutOfRangeException>(() => ((ChangeReason)99).Words()).Message.ShouldStartWith("a reason without words");

    private static Plan Everything()
    {
        var elsewhere = Wanted("z-elsewhere") with { Community = "halden-carriers" };
        var carriers = new CommunityInventory("halden-carriers", [Live(Wanted("gone")), Live(elsewhere), Live(Wanted("never-ours"))]);
        return ChangePlanner.Compare(
            new PlanBinding("0123456789abcdef", "head", "inventory", "rules"),
            [.. Documents().Select(row => row.Wanted).OfType<DesiredPublication>().Reverse(), elsewhere],
            [new CommunityInventory(Community, [.. Documents().Select(row => row.Live).OfType<GridDocument>().Reverse()]), carriers],
            Ledger(
            [
                .. Documents().Select(row => row.Receipt).OfType<Receipt>(), Of(elsewhere),
                Of(Wanted("gone")) with { Community = "halden-carriers" },
            ]),
            Settings);
    }

    private static IEnumerable<(DesiredPublication? Wanted, GridDocument? Live, Receipt? Receipt)> Documents()
    {
        yield return Row("a-as-wanted");
        yield return (Wanted("b-new"), null, null);
        yield return (Wanted("c-missing"), null, Receipt(Wanted("c-missing")));
        yield return (Wanted("d-of-another"), Live(Wanted("d-of-another")) with { ManagedBy = "marketing" }, null);
        yield return (Wanted("e-receipt-missing"), Live(Wanted("e-receipt-missing")), null);
        yield return Row("e-receipt-of-an-earlier-revision", live => live with { PublishedRevision = 2 });
        yield return Row("e-receipt-of-other-content", receipt: receipt => receipt with { ContentHash = "other" });
        yield return Row("e-receipt-of-a-withdrawal", receipt: receipt => receipt with { State = ReceiptState.Archived });
        yield return Row("f-edited-there", live => live with { Fingerprint = "edited", PublishedRevision = 2 });
        yield return Row(
            "g-edited-after-a-withdrawal", live => live with { Fingerprint = "edited" },
            receipt => receipt with { State = ReceiptState.Archived });
        yield return (Wanted("g-newer", "new"), Live(Wanted("g-newer")), Receipt(Wanted("g-newer")));
        yield return Row("h-withdrawn", live => live with { State = DocumentState.Archived });
        yield return Row("h-superseded", live => live with { State = DocumentState.Superseded });
        yield return Row("h-draft", live => live with { State = DocumentState.Draft, Fingerprint = "draft" });
        yield return Row("h-scheduled", live => live with { State = DocumentState.Scheduled });
        yield return (null, Live(Wanted("i-gone")), Receipt(Wanted("i-gone")));
        yield return (null, Live(Wanted("i-gone-before")) with { State = DocumentState.Archived }, Receipt(Wanted("i-gone-before")));
        yield return (null, Live(Wanted("i-gone-later")) with { State = DocumentState.Scheduled }, Receipt(Wanted("i-gone-later")));
        yield return (null, Live(Wanted("j-marked-by-somebody")), null);
        yield return (null, Live(Wanted("j-hand-made")) with { ManagedBy = "marketing" }, null);
        yield return (null, Live(Wanted("k-1")), Receipt(Wanted("k-1")));
        yield return (null, Live(Wanted("k-2")) with { State = DocumentState.Archived }, Receipt(Wanted("k-2")));
        yield return (Wanted("k-3", supersedes: ["k-1", "k-2", "k-0", "j-hand-made"]), null, null);
    }

    private static (DesiredPublication?, GridDocument?, Receipt?) Row(
        string id, Func<GridDocument, GridDocument>? live = null, Func<Receipt, Receipt>? receipt = null)
    {
        var wanted = Wanted(id);
        return (wanted, live?.Invoke(Live(wanted)) ?? Live(wanted), receipt?.Invoke(Receipt(wanted)) ?? Receipt(wanted));
    }

    private static Receipt Of(DesiredPublication wanted) => Receipt(wanted) with { Community = wanted.Community };
}
