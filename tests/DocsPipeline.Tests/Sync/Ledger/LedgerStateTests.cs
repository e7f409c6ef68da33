using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Sync.Ledger;

public sealed class LedgerStateTests
{
    [Fact]
    public void What_was_written_comes_back()
    {
        Receipt[] receipts =
            [Receipt(Wanted("invoice-guide")).ChainedTo("x"), (Receipt(Wanted("asn-guide")) with { Community = "z" }).ChainedTo("x")];
        var page = new SyncedPage("98304", 2, "a", "commit", new string('0', 64));

        var state = LedgerState.Read("head", LedgerFiles.Write("commit", receipts, SyncedPages.None.With([page])));

        (state.Head, state.PublishedCommit, state.Pages.Find("98304")).ShouldBe(("head", "commit", page));
        state.Receipts.Keys.ShouldBe([(Community, "invoice-guide"), ("z", "asn-guide")]);
        state.Receipts[("z", "asn-guide")].Hash.ShouldBe(receipts[1].Hash);
    }

    [Fact]
    public void A_branch_without_files_remembers_nothing()
    {
        var state = LedgerState.Read(null, []);

        (state.Head, state.PublishedCommit, state.Receipts.Count).ShouldBe((null, null, 0));
        LedgerState.Paths.ShouldBe(["run.json", "receipts/", "pages.ndjson"]);
    }

    [Fact]
    public void Files_for_people_are_not_read() =>
        LedgerState.Read("head", [File("MASTER-LIST.md", "| not JSON |"), File("publications/receipts/a.html", "<p>")])
            .Receipts.ShouldBeEmpty();

    [Theory]
    [InlineData("{\"community\":\"c\"}")]
    [InlineData("no JSON")]
    [InlineData("null")]
    public void A_line_that_is_no_receipt_stops_everything_and_is_named(string line)
    {
        var good =
            Encoding.UTF8.GetString(LedgerFiles.Write(null, [Receipt(Wanted("asn-guide")).ChainedTo("")], SyncedPages.None)[2].Bytes.Span);

        var broken = Should.Throw<PipelineException>(() => LedgerState.Read("head", [File("receipts/c.ndjson", $"{good}{line}\n")]));

        broken.ExitCode.ShouldBe(ExitCode.Refused);
        ShouldBe(broken.Diagnostics.ShouldHaveSingleItem(), "ledger:receipts/c.ndjson(2,1): error DOC0616: receipt does not fit its hash");
    }

    [Fact]
    public void A_receipt_fits_its_hash_until_anything_of_it_changes()
    {
        var receipt = Receipt(Wanted("asn-guide")).ChainedTo("before");

        (receipt.IsIntact, receipt.Previous, receipt.Hash.Length).ShouldBe((true, "before", 64));
        receipt.ChainedTo("before").Hash.ShouldBe(receipt.Hash);
        receipt.ChainedTo("another").Hash.ShouldNotBe(receipt.Hash);
        (receipt with { Previous = "another" }).IsIntact.ShouldBeFalse();
        (receipt with { Revision = 2 }).IsIntact.ShouldBeFalse();
        (receipt with { Approvers = ["eve"] }).IsIntact.ShouldBeFalse();
        (receipt with { Hash = "" }).IsIntact.ShouldBeFalse();
    }

    internal static void ShouldBe(Diagnostic fault, string said)
    {
        fault.ToString().ShouldBe(said);
        fault.Help.ShouldBe("find the commit that changed it with `git log -p ledger` and revert it");
    }

    private static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
