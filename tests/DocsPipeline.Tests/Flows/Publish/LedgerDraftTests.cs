using System.Text;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Sync.Ledger;

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

    private static string Run(IReadOnlyList<DocsPipeline.Documents.ContentFile> files) =>
        Encoding.UTF8.GetString(files.Single(file => file.Path == LedgerState.RunPath).Bytes.Span);
}
