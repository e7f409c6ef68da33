using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportPageTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task Goes_below_the_page_that_the_schema_names_and_carries_what_export_needs()
    {
        grid.Receive(Community, "case.created", Sent.OpenCase("case_page", "TG-000300"));

        await fixture.RunAsync(grid);

        var page = await fixture.PageAsync("Case TG-000300: ASN 856 rejected");
        page.ParentId.ShouldBe((await fixture.PageAsync("Cases")).Id);
        page.Body.ShouldContain("<th><p>id</p></th><td><p>case-tg-000300</p></td>");
        page.Body.ShouldContain("<th><p>kind</p></th><td><p>case-record</p></td>");
        page.Body.ShouldNotContain("<th><p>title</p></th>");
    }

    [Fact]
    public async Task Follows_the_community_as_long_as_nobody_edits_it()
    {
        var found = Sent.OpenCase("case_follows", "TG-000301");
        grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        var before = await fixture.PageAsync("Case TG-000301: ASN 856 rejected");

        grid.Receive(Community, "case.updated", found with { Description = "The map was wrong.", Version = 7 });
        var updated = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        (updated.Status, updated.Diagnostics.Count).ShouldBe((ImportStatus.Updated, 0));
        var after = await fixture.PageAsync("Case TG-000301: ASN 856 rejected");
        (after.Id, after.Version).ShouldBe((before.Id, before.Version + 1));
        after.Body.ShouldContain("The map was wrong.");
    }

    [Fact]
    public async Task Is_not_written_again_where_it_would_say_the_same()
    {
        var found = Sent.OpenCase("case_still", "TG-000302");
        grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        var before = await fixture.PageAsync("Case TG-000302: ASN 856 rejected");

        grid.Receive(Community, "case.updated", found with { SlaDueAt = null, Version = 7 });
        await fixture.RunAsync(grid);

        (await fixture.PageAsync("Case TG-000302: ASN 856 rejected")).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task That_people_edited_is_never_overwritten_and_the_news_is_in_a_comment()
    {
        var found = Sent.OpenCase("case_edited", "TG-000303");
        grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        await fixture.EditAsync(await fixture.PageAsync("Case TG-000303: ASN 856 rejected"), "<p>What we found out.</p>");

        grid.Receive(Community, "case.updated", found with { Description = "The map was wrong.", Version = 7 });
        var updated = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        var warning = updated.Diagnostics.ShouldHaveSingleItem();
        (warning.Code, warning.Severity).ShouldBe((Catalogue.Import.PageWasEdited, Severity.Warning));
        warning.Message.ShouldBe("\"Case TG-000303: ASN 856 rejected\" was edited by people; the news is in a comment on it");
        updated.Status.ShouldBe(ImportStatus.Updated);
        var page = await fixture.PageAsync("Case TG-000303: ASN 856 rejected");
        page.Body.ShouldContain("What we found out.");
        page.Body.ShouldNotContain("The map was wrong.");
        var comment = (await fixture.CommentsAsync(page)).ShouldHaveSingleItem();
        comment.ShouldContain("The map was wrong.");
        comment.ShouldContain("Reference: case_edited, version 7<");

        grid.Receive(Community, "case.updated", found with { Description = "It was the map.", Version = 17 });
        await fixture.RunAsync(grid);
        (await fixture.CommentsAsync(page)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task That_was_deleted_is_made_again()
    {
        var found = Sent.OpenCase("case_deleted", "TG-000304");
        grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        var before = await fixture.PageAsync("Case TG-000304: ASN 856 rejected");
        await fixture.DeleteAsync(before);

        grid.Receive(Community, "case.updated", found with { Description = "The map was wrong.", Version = 7 });
        (await fixture.RunAsync(grid)).Diagnostics.ShouldBeEmpty();

        var after = await fixture.PageAsync("Case TG-000304: ASN 856 rejected");
        after.Id.ShouldNotBe(before.Id);
        after.Body.ShouldContain("The map was wrong.");
    }

    [Fact]
    public async Task Of_somebody_else_is_never_taken_over()
    {
        var stranger = await fixture.CreateAsync("Case TG-000305: ASN 856 rejected", "<p>My notes.</p>");
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_taken", "TG-000305"));

        var failed = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        (failed.Status, failed.Diagnostics[0].Code).ShouldBe((ImportStatus.Failed, Catalogue.Import.PageIsTaken));
        failed.Diagnostics[0].Message.ShouldBe("space EDI has a page \"Case TG-000305: ASN 856 rejected\" that Import did not make");
        failed.Diagnostics[0].Help.ShouldBe("rename that page");
        (await fixture.PageAsync(stranger.Title)).Body.ShouldBe("<p>My notes.</p>");
        (await fixture.IssuesOfAsync(item)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Has_no_place_where_neither_the_schemas_parent_nor_the_settings_one_exists()
    {
        var (cases, partners) = (await fixture.PageAsync("Cases"), await fixture.PageAsync("From partners"));
        await fixture.RenameAsync(cases, "Old cases");
        grid.Receive(Community, "case.created", Sent.OpenCase("case_second", "TG-000306"));
        await fixture.RunAsync(grid);
        (await fixture.PageAsync("Case TG-000306: ASN 856 rejected")).ParentId.ShouldBe(partners.Id);

        await fixture.RenameAsync(partners, "Once from partners");
        grid.Receive(Community, "case.created", Sent.OpenCase("case_nowhere", "TG-000307"));
        var failed = (await fixture.RunAsync(grid)).Items.Single(item => item.Reference.Id == "case_nowhere");

        failed.Status.ShouldBe(ImportStatus.Failed);
        failed.Diagnostics[0].Code.ShouldBe(Catalogue.Import.ParentIsMissing);
        failed.Diagnostics[0].Message.ShouldBe("space EDI has neither a page \"Cases\" nor \"From partners\"");
        await fixture.RenameAsync(await fixture.PageAsync("Old cases"), "Cases");
        await fixture.RenameAsync(await fixture.PageAsync("Once from partners"), "From partners");
        (await fixture.RunAsync(grid)).ExitCode.ShouldBe(ExitCode.Done);
    }
}
