using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class ChangePlannerTests
{
    [Fact]
    public void Creates_what_the_community_does_not_have() =>
        Compare([Wanted("as2-setup")], [], []).Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Create);

    [Fact]
    public void Leaves_alone_what_is_live_as_git_wants_it()
    {
        var wanted = Wanted("as2-setup");

        var plan = Compare([wanted], [Live(wanted)], [Receipt(wanted)]);

        plan.IsEmpty.ShouldBeTrue();
        plan.Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Unchanged);
    }

    [Fact]
    public void Only_records_what_a_run_that_was_killed_had_published()
    {
        var wanted = Wanted("as2-setup");

        Compare([wanted], [Live(wanted)], []).Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Record);
    }

    [Fact]
    public void Updates_when_content_or_readers_changed()
    {
        var before = Wanted("as2-setup", "old");

        Compare([Wanted("as2-setup", "new")], [Live(before)], [Receipt(before)]).Changes
            .ShouldHaveSingleItem().Action
            .ShouldBe(ChangeAction.Update);
    }

    [Fact]
    public void Publishes_a_draft_that_a_killed_run_left_behind()
    {
        var wanted = Wanted("as2-setup");

        Compare(
            [wanted],
            [Live(wanted) with { State = DocumentState.Draft, Fingerprint = null, DraftFingerprint = wanted.ContentHash,
                PublishedRevision = null }],
            [])
            .Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Update);
    }

    [Fact]
    public void Never_takes_over_a_document_of_somebody_else()
    {
        var wanted = Wanted("as2-setup");

        Compare([wanted], [Live(wanted) with { ManagedBy = "marketing" }], []).Refusals
            .ShouldHaveSingleItem().Code
            .ShouldBe(Catalogue.Publish.OwnedByAnother);
    }

    [Fact]
    public void Never_publishes_over_a_change_that_was_made_in_the_community()
    {
        var before = Wanted("as2-setup", "old");

        Compare([Wanted("as2-setup", "new")], [Live(before) with { Fingerprint = "edited", PublishedRevision = 2 }], [Receipt(before)])
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Publish.ChangedInCommunity);
    }

    [Fact]
    public void Withdraws_only_what_is_ours_and_comes_last()
    {
        var gone = Wanted("gone");
        var strangers = Live(Wanted("hand-made")) with { ManagedBy = "marketing" };

        var plan = Compare([Wanted("a-new-one")], [Live(gone), strangers], [Receipt(gone)]);

        plan.Changes
            .Select(change => (change.Action, change.ExternalId))
            .ShouldBe([(ChangeAction.Create, "a-new-one"), (ChangeAction.Archive, "gone")]);
    }

    [Fact]
    public void A_superseded_document_is_not_withdrawn_but_named_by_its_successor()
    {
        var old = Wanted("spec-1");
        var successor = Wanted("spec-2", supersedes: "spec-1");

        var change = Compare([successor], [Live(old)], [Receipt(old)]).Changes.ShouldHaveSingleItem();

        change.Action.ShouldBe(ChangeAction.Create);
        change.Supersedes.ShouldBe(["spec-1"]);
    }

    [Theory]
    [InlineData(20, 2, 0, false)]
    [InlineData(20, 3, 0, true)]
    [InlineData(5, 1, 0, false)]
    [InlineData(5, 2, 0, true)]
    [InlineData(20, 0, 10, false)]
    [InlineData(20, 0, 11, true)]
    [InlineData(400, 26, 0, true)]
    public void Guardrails_hold(int live, int withdrawn, int updated, bool refused)
    {
        var all = Enumerable.Range(0, live).Select(number => Wanted($"document-{number:000}", "old")).ToList();
        var wanted =
            all.Skip(withdrawn).Select((document, index) => index < updated ? Wanted(document.ExternalId, "new") : document).ToList();

        var plan = Compare(wanted, [.. all.Select(Live)], [.. all.Select(Receipt)]);

        plan.Refusals.Any(refusal => refusal.Code == Catalogue.Publish.GuardrailExceeded).ShouldBe(refused);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(20, 40, false)]
    [InlineData(21, 40, true)]
    public void A_run_that_would_write_most_pages_is_refused(int written, int pages, bool refused) =>
        Guardrails
            .CheckPages(written, pages, new GuardrailSettings(new Share(10), 25, new Share(50)))
            .Any(refusal => refusal.Code == Catalogue.Publish.GuardrailExceeded)
            .ShouldBe(refused);

    [Fact]
    public void Receipts_do_not_survive_a_change_by_hand()
    {
        var receipt = Receipt(Wanted("as2-setup")).ChainedTo("before");
        var files = LedgerFiles.Write("commit", [receipt], SyncedPages.None);
        var tampered =
            files.Select(
                file =>
                    new ContentFile(
                        file.Path,
                        Encoding.UTF8.GetBytes(
                            Encoding.UTF8.GetString(file.Bytes.Span).Replace("mara-lind", "eve", StringComparison.Ordinal))));

        LedgerState.Read("head", files).Receipts[receipt.Key].Hash.ShouldBe(receipt.Hash);
        Should
            .Throw<PipelineException>(() => LedgerState.Read("head", [.. tampered])).Diagnostics[0].Code
            .ShouldBe(Catalogue.Ledger.LedgerIsBroken);
    }

    [Fact]
    public void What_carries_our_marker_without_a_receipt_is_left_to_people_because_anybody_can_set_a_marker_and_the_run_goes_on()
    {
        var unknown = Wanted("gone");

        var plan = Compare([Wanted("a-new-one")], [Live(unknown)], []);

        plan.Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Create);
        plan.Refusals.ShouldBeEmpty();
        plan.Notices.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Publish.ReceiptIsMissing);
    }

    [Fact]
    public void A_document_without_a_receipt_that_git_wants_again_gets_one_and_can_be_withdrawn_afterwards()
    {
        var wanted = Wanted("as2-setup");

        Compare([wanted], [Live(wanted)], []).Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Record);
        Compare([], [Live(wanted)], [Receipt(wanted)]).Changes.ShouldHaveSingleItem().Action.ShouldBe(ChangeAction.Archive);
    }

    [Theory]
    [InlineData(DocumentState.Archived)]
    [InlineData(DocumentState.Superseded)]
    [InlineData(DocumentState.Draft)]
    public void What_partners_do_not_have_any_more_is_not_withdrawn_again_by_later_runs(DocumentState state)
    {
        var gone = Wanted("gone");

        var plan = Compare([], [Live(gone) with { State = state }], [Receipt(gone) with { State = ReceiptState.Archived }]);

        plan.IsEmpty.ShouldBeTrue();
        plan.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void Never_takes_the_place_of_a_document_of_somebody_else()
    {
        var strangers = Live(Wanted("spec-1")) with { ManagedBy = "marketing" };

        var plan = Compare([Wanted("spec-2", supersedes: "spec-1")], [strangers], []);

        plan.Refusals.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Publish.OwnedByAnother);
        plan.Changes.ShouldHaveSingleItem().Supersedes.ShouldBeEmpty();
    }

    [Fact]
    public void An_article_is_linked_on_the_cases_that_it_resolves_and_that_do_not_show_it_yet()
    {
        var article = Wanted("receipt-failed") with { ResolvesCases = ["TG-1", "TG-2", "TG-9"] };

        var plan = Compare([article], [Live(article)], [Receipt(article)], Open("TG-1"), Open("TG-2", "receipt-failed"), Open("TG-3"));

        plan.Links.ShouldBe([new CaseLink(Community, "id of TG-1", "TG-1", "receipt-failed")]);
        plan.IsEmpty.ShouldBeFalse();
        PlanRenderer.Text(plan).ShouldContain("  + link receipt-failed on case TG-1\n");
        PlanRenderer.Summary(plan).ShouldBe("1 unchanged, 1 link to make");
        PlanFile.Of(plan).ShouldNotBe(PlanFile.Of(plan with { Links = [] }));
    }

    [Fact]
    public void A_run_that_would_link_on_most_cases_is_refused()
    {
        var article = Wanted("receipt-failed") with { ResolvesCases = ["TG-1", "TG-2"] };

        Compare([article], [Live(article)], [Receipt(article)], Open("TG-1"), Open("TG-2"), Open("TG-3"))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Publish.GuardrailExceeded);
    }

    [Fact]
    public void A_commit_that_changes_nothing_for_partners_still_becomes_the_published_one_and_the_plan_says_so()
    {
        var plan = Compare([], [], []) with { MovesPublishedCommit = true, Binding = new PlanBinding("0123456789", null, "", "") };

        plan.IsEmpty.ShouldBeFalse();
        PlanRenderer.Text(plan).ShouldContain("ledger\n  = commit 01234567 becomes the published one\n");
    }
}
