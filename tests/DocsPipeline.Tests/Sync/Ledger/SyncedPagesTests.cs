using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;

namespace DocsPipeline.Tests.Sync.Ledger;

public sealed class SyncedPagesTests
{
    private const string Digest = "0000000000000000000000000000000000000000000000000000000000000000";

    private static SyncedPage Page(string id, int version = 2) => new(id, version, "asn", "commit", Digest);

    [Fact]
    public void Are_one_line_a_page_in_order_of_their_ids()
    {
        var file = SyncedPages.None.With([Page("b"), Page("a", 1)]).ToFile();

        file.Path.ShouldBe("pages.ndjson");
        Encoding.UTF8.GetString(file.Bytes.Span).ShouldBe(
            $$"""
            {"page":"a","version":1,"document":"asn","commit":"commit","digest":"{{Digest}}"}
            {"page":"b","version":2,"document":"asn","commit":"commit","digest":"{{Digest}}"}

            """.ReplaceLineEndings("\n"));
        SyncedPages.Read([file]).Same(SyncedPages.None.With([Page("a", 1), Page("b")])).ShouldBeTrue();
    }

    [Fact]
    public void The_last_word_about_a_page_counts()
    {
        var twice = SyncedPages.None.With([Page("a", 1)]).With([Page("a", 3)]);

        twice.Find("a")!.Version.ShouldBe(3);
        twice.Same(SyncedPages.None.With([Page("a", 1)])).ShouldBeFalse();
        SyncedPages.Read([.. new[] { 1, 4 }.Select(version => SyncedPages.None.With([Page("a", version)]).ToFile())])
            .Find("a")!.Version.ShouldBe(4);
    }

    [Fact]
    public void A_page_is_compared_with_the_later_of_what_was_exported_and_what_was_written()
    {
        var pages = SyncedPages.None.With([Page("a", 5)]);

        pages.VersionOf(new ConfluenceSource("EDI", "a", 3)).ShouldBe(5);
        pages.VersionOf(new ConfluenceSource("EDI", "a", 7)).ShouldBe(7);
        pages.VersionOf(new ConfluenceSource("EDI", "b", 3)).ShouldBe(3);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData($$"""{"page":"","version":1,"document":"asn","commit":"commit","digest":"{{Digest}}"}""")]
    [InlineData($$"""{"page":"a","version":0,"document":"asn","commit":"commit","digest":"{{Digest}}"}""")]
    [InlineData("""{"page":"a","version":1,"document":"asn","commit":"commit","digest":"0"}""")]
    public void A_line_that_Publish_did_not_write_stops_everything_and_is_named(string line)
    {
        var text = $"\n{Encoding.UTF8.GetString(SyncedPages.None.With([Page("a")]).ToFile().Bytes.Span)}{line}\n";

        var broken = Should.Throw<PipelineException>(
            () => SyncedPages.Read([Lines("other.ndjson", "no JSON"), Lines("pages.ndjson", text)]));

        broken.ExitCode.ShouldBe(ExitCode.Refused);
        LedgerStateTests.ShouldBe(
            broken.Diagnostics.ShouldHaveSingleItem(), "ledger:pages.ndjson(3,1): error DOC0616: line does not describe a page");
    }

    private static ContentFile Lines(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
