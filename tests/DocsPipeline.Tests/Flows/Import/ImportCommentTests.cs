using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportCommentTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task Stands_below_the_page_of_the_document_that_it_is_about()
    {
        var item = grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_below" });

        var imported = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        var page = await fixture.PageOfAsync(Sent.Feedback().Document);
        (imported.Page, imported.Document, imported.Title).ShouldBe((page.Url, Sent.Feedback().Document, "fb_below"));
        var comment = (await OfAsync("fb_below")).ShouldHaveSingleItem();
        comment.ShouldContain("<strong>Acme Tools</strong> found revision 2 not helpful (2026-11-23T16:00:00Z).");
        comment.ShouldContain("Where is the carton count?");
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().Labels.ShouldBe(["partner-feedback"]);
    }

    [Fact]
    public async Task Is_not_doubled_by_news_of_the_same_thing()
    {
        grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_once" });
        await fixture.RunAsync(grid);

        grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_once", Comment = "Found it.", Version = 9 });
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Updated);

        (await OfAsync("fb_once")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task On_an_addendum_stands_below_its_document()
    {
        var addendum = $"{Sent.Feedback().Document}--acme";
        grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_addendum", Document = addendum });

        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Document.ShouldBe(addendum);

        (await OfAsync("fb_addendum")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_acknowledgement_is_a_comment_without_an_issue_or_a_reference_back()
    {
        var item = grid.Receive(Community, "document.acknowledged", Sent.Acknowledgement() with { Id = "ack_comment" });

        var imported = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        (imported.Status, imported.Type, imported.Issue).ShouldBe((ImportStatus.Imported, "acknowledgement", null));
        (await OfAsync("ack_comment")).ShouldHaveSingleItem().ShouldContain("acknowledged revision 2 (2026-11-23T16:00:00Z)");
        grid.References.ShouldBeEmpty();
        (await fixture.RecordAsync(item))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task On_a_document_that_git_does_not_know_is_left_out_but_the_issue_is_made()
    {
        var item = grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_unknown", Document = "no-such-document" });

        var report = await fixture.RunAsync(grid);

        report.ExitCode.ShouldBe(ExitCode.Done);
        var warning = report.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Path).ShouldBe((Catalogue.Import.DocumentIsUnknown, "feedback fb_unknown"));
        warning.Message.ShouldBe("feedback is about `no-such-document`, which has no Confluence page in git");
        report.Items.ShouldHaveSingleItem().Page.ShouldBeNull();
        grid.References.ShouldHaveSingleItem().Counterpart.System.ShouldBe("github");
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task On_a_page_that_was_deleted_is_left_out_too()
    {
        await fixture.DeleteAsync(await fixture.PageOfAsync("x12-810-invoice"));
        grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = "fb_deleted", Document = "x12-810-invoice" });

        var report = await fixture.RunAsync(grid);

        report.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Import.DocumentIsUnknown);
        report.Items.ShouldHaveSingleItem().Page.ShouldBeNull();
    }

    private async Task<IReadOnlyList<string>> OfAsync(string id) =>
    [
        .. (await fixture.CommentsAsync(await fixture.PageOfAsync(Sent.Feedback().Document)))
            .Where(comment => comment.Contains($"Reference: {id}<", StringComparison.Ordinal)),
    ];
}
