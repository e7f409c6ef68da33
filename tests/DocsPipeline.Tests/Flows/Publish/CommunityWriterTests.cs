using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class CommunityWriterTests
{
    private const string Community = "halden-suppliers";

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task A_file_that_the_scanner_found_clean_goes_out_with_its_document()
    {
        var published = await PublishAsync();

        published.State.ShouldBe(DocumentState.Published);
        (await grid.FindAttachmentAsync(Community, Table.Sha256, default)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(ScanStatus.Infected)]
    [InlineData(ScanStatus.Pending)]
    public async Task A_document_does_not_go_out_with_a_file_that_the_scanner_did_not_find_clean(ScanStatus status)
    {
        grid.Scan = status;

        var refused = await Should.ThrowAsync<PipelineException>(PublishAsync);

        refused.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        var refusal = refused.Diagnostics.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(Catalogue.Publish.AttachmentRefused);
        refusal.Message.ShouldBe($"codes.csv is {status.ToString().ToLowerInvariant()} according to the scanner of halden-suppliers");
        (await grid.ListDocumentsAsync(Community, default)).ShouldBeEmpty();
    }

    private static Attachment Table { get; } =
        Attachment.Of(new ContentFile("content/faq/codes.csv", Encoding.UTF8.GetBytes("code,meaning\n"))).ShouldNotBeNull();

    private Task<GridDocument> PublishAsync()
    {
        var text = "---\nid: codes\nkind: faq-article\nclassification: partner\n---\n";
        var document = DocumentReader.Read(new ContentFile("content/faq/codes.md", Encoding.UTF8.GetBytes(text)), [])!;
        var audience = new GridAudience(["everyone"], [], []);
        var draft = new GridDraft("faq-article", DesiredPublication.Owner, "Codes", audience, DraftContent.Of("text"));
        var change = new Change(ChangeAction.Create, Community, "codes", "Codes", ChangeReason.New)
        {
            Desired = new DesiredPublication(
                Community, "codes", document, DesiredPublication.WithContentHash(draft), [new DesiredFile(Table)], ["acme"]),
        };
        return new CommunityWriter(grid).PublishAsync(change, new GridSource("halden/partner-docs", new string('0', 40)), default);
    }
}
