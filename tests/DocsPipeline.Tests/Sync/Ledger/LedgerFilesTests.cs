using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Sync.Ledger;

/// <summary>What auditors read, byte by byte.</summary>
public sealed class LedgerFilesTests
{
    [Fact]
    public void The_ledger_is_the_one_that_was_reviewed()
    {
        var files = LedgerFiles.Write("commit", Receipts().Select(receipt => receipt.ChainedTo("previous")), SyncedPages.None);

        string.Join('\n', files.Select(file => $"--- {file.Path}\n{Text(file)}")).ShouldMatchSnapshot();
    }

    [Fact]
    public void The_same_receipts_in_another_order_are_the_same_bytes() =>
        LedgerFiles.Write("commit", Receipts(), SyncedPages.None).Select(Text)
            .ShouldBe(LedgerFiles.Write("commit", Receipts().Reverse(), SyncedPages.None).Select(Text));

    private static string Text(ContentFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    private static IEnumerable<Receipt> Receipts()
    {
        var plain = Receipt(Wanted("b-published"));
        yield return plain;
        yield return plain with
        {
            ExternalId = "a-full",
            Title = "A | title\nin two lines",
            Revision = 12,
            Groups = ["x12", "edifact"],
            Partners = ["acme"],
            Approvers = ["mara-lind", "jonas-weber"],
            PullRequest = 7,
            ConfluencePage = "98304",
            ConfluenceVersion = 4,
        };
        yield return plain with { ExternalId = "C-archived", State = ReceiptState.Archived };
        yield return plain with { ExternalId = "d-superseded", State = ReceiptState.Superseded, SupersededBy = "b-published" };
        yield return plain with { Community = "halden-carriers" };
    }
}
