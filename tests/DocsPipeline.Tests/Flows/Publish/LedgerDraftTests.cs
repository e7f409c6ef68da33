using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class LedgerDraftTests
{
    private static readonly LedgerState Before = LedgerState.Read("head", LedgerFiles.Write("old", [], SyncedPages.None));

    [Fact]
    public void A_complete_run_publishes_its_commit() =>
        Run(new LedgerDraft(Before).Files("new", true, SyncedPages.None)).ShouldBe("{\"commit\":\"new\"}\n");

    [Fact]
    public void A_run_that_was_applied_only_in_part_leaves_the_published_commit_as_it_was()
    {
        var page = new SyncedPage("1", 2, "asn", "new", new string('0', 64));

        Run(new LedgerDraft(Before).Files("new", false, SyncedPages.None.With([page]))).ShouldBe("{\"commit\":\"old\"}\n");
    }

    [Fact]
    public void Where_the_ledger_says_all_of_it_there_is_nothing_to_write()
    {
        new LedgerDraft(Before).Files("old", true, SyncedPages.None).ShouldBeEmpty();
        new LedgerDraft(Before).Files("new", false, SyncedPages.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_confirmed_change_leaves_its_receipt_chained_to_the_one_before_and_the_bytes_that_went_out()
    {
        var (old, wanted) = (Wanted("asn", "old"), Wanted("asn", "<p>new</p>"));
        var before = Ledger(Receipt(old));
        var draft = new LedgerDraft(before);

        draft.Add(Of(ChangeAction.Update, wanted), Receipt(wanted) with { Revision = 2 });

        var files = draft.Files("new", true, SyncedPages.None);
        var receipt = Receipts(files)["asn"];
        (receipt.Revision, receipt.IsIntact, receipt.Previous).ShouldBe((2, true, before.Receipts[(Community, "asn")].Hash));
        Text(files, $"publications/{Community}/asn.html").ShouldBe("<p>new</p>");
    }

    [Fact]
    public void The_first_receipt_of_a_document_begins_its_chain()
    {
        var draft = new LedgerDraft(Before);

        draft.Add(Of(ChangeAction.Create, Wanted("asn")), Receipt(Wanted("asn")));

        Receipts(draft.Files("new", true, SyncedPages.None))["asn"].Previous.ShouldBe("");
    }

    [Theory]
    [InlineData(ChangeAction.Create, true)]
    [InlineData(ChangeAction.Update, true)]
    [InlineData(ChangeAction.Record, true)]
    [InlineData(ChangeAction.Archive, false)]
    [InlineData(ChangeAction.Unchanged, false)]
    public void Only_what_partners_got_is_kept_as_they_got_it(ChangeAction action, bool isKept)
    {
        var draft = new LedgerDraft(Before);

        draft.Add(Of(action, Wanted("asn")), receipt: null);

        draft.Files("new", true, SyncedPages.None).Any(file => file.Path == $"publications/{Community}/asn.html").ShouldBe(isKept);
    }

    [Fact]
    public void A_document_whose_place_was_taken_says_by_which_and_one_that_was_withdrawn_stays_withdrawn()
    {
        var before = Ledger(Receipt(Wanted("old")), Receipt(Wanted("gone")) with { State = ReceiptState.Archived });
        var draft = new LedgerDraft(before);
        var change = Of(ChangeAction.Create, Wanted("new")) with { Supersedes = ["old", "gone", "never-there"] };

        draft.Add(change, Receipt(Wanted("new")));

        var receipts = Receipts(draft.Files("new", true, SyncedPages.None));
        (receipts["old"].State, receipts["old"].SupersededBy, receipts["old"].IsIntact).ShouldBe((ReceiptState.Superseded, "new", true));
        receipts["old"].Previous.ShouldBe(before.Receipts[(Community, "old")].Hash);
        (receipts["gone"].State, receipts["gone"].SupersededBy).ShouldBe((ReceiptState.Archived, null));
        receipts.Keys.ShouldBe(["gone", "new", "old"]);
    }

    [Fact]
    public void A_receipt_alone_or_a_page_alone_is_worth_writing()
    {
        var archived = new LedgerDraft(Ledger(Receipt(Wanted("asn"))));
        archived.Add(Of(ChangeAction.Archive, Wanted("asn")), Receipt(Wanted("asn")) with { State = ReceiptState.Archived });
        var page = new SyncedPage("1", 2, "asn", "old", new string('0', 64));

        Receipts(archived.Files("commit", true, SyncedPages.None))["asn"].State.ShouldBe(ReceiptState.Archived);
        Text(new LedgerDraft(Before).Files("old", true, SyncedPages.None.With([page])), "pages.ndjson").ShouldContain("\"page\":\"1\"");
    }

    private static Change Of(ChangeAction action, DesiredPublication wanted) =>
        new(action, Community, wanted.ExternalId, wanted.Draft.Title, ChangeReason.New) { Desired = wanted };

    private static SortedDictionary<string, Receipt> Receipts(IReadOnlyList<ContentFile> files) =>
        new(LedgerState.Read("head", files).Receipts.Values.ToDictionary(receipt => receipt.ExternalId), StringComparer.Ordinal);

    private static string Text(IReadOnlyList<ContentFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(file => file.Path == path).Bytes.Span);

    private static string Run(IReadOnlyList<ContentFile> files) => Text(files, LedgerState.RunPath);
}
