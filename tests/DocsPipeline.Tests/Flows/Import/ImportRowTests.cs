using System.Net;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import;
using DocsPipeline.Tests.Systems.Http;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportRowTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;
    private const string Log = "supplier-defect-log";

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task Comes_last_in_the_table_of_the_defect_log()
    {
        var item = grid.Receive(Community, "testrun.recorded", Sent.TestRun() with { Id = "run_last", Number = "RUN-000400" });

        var imported = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        var page = await fixture.PageOfAsync(Log);
        imported.Page.ShouldBe(page.Url);
        var rows = page.Body.Split("<tr>");
        rows[^1].ShouldContain("<td><p>RUN-000400</p></td>");
        rows[^1].ShouldContain("<td><p>2026-11-23T14:12:00Z</p></td>");
        rows[^1].ShouldContain("<td><p>TC-856-01 passed (A), TC-856-03 failed</p></td>");
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem().Labels.ShouldBe(["integration-test"]);
        (await fixture.RecordAsync(item))!.Page.ShouldBe(page.Id);
    }

    [Fact]
    public async Task Is_found_again_and_not_doubled()
    {
        var found = Sent.Question() with { Id = "q_again", Number = "Q-000401" };
        grid.Receive(Community, "question.created", found);
        await fixture.RunAsync(grid);
        var before = await fixture.PageOfAsync(Log);

        grid.Receive(Community, "question.created", found with { Version = 9 });
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Updated);

        (await fixture.PageOfAsync(Log)).Version.ShouldBe(before.Version);
    }

    [Fact]
    public async Task Is_added_to_what_somebody_saved_in_between()
    {
        grid.Receive(Community, "testrun.recorded", Sent.TestRun() with { Id = "run_between", Number = "RUN-000402" });
        using var network = new LossyNetwork();
        var conflicts = 0;
        network.Replaces = request => IsSave(request) && conflicts++ == 0 ? Stale() : null;

        (await fixture.RunAsync(grid, network)).ExitCode.ShouldBe(ExitCode.Done);

        (await fixture.PageOfAsync(Log)).Body.ShouldContain("<td><p>RUN-000402</p></td>");
    }

    [Fact]
    public async Task Waits_for_another_run_while_the_page_is_being_edited()
    {
        var item = grid.Receive(Community, "testrun.recorded", Sent.TestRun() with { Id = "run_edited", Number = "RUN-000403" });
        using var network = new LossyNetwork();
        network.Replaces = request => IsSave(request) ? Stale() : null;

        var failed = (await fixture.RunAsync(grid, network)).Items.ShouldHaveSingleItem();

        (failed.Status, failed.Diagnostics[0].Code).ShouldBe((ImportStatus.Failed, Catalogue.Import.ImportFailed));
        failed.Diagnostics[0].Message.ShouldBe("\"Supplier defect log\" is being edited; run Import again");
        (await fixture.IssuesOfAsync(item)).ShouldBeEmpty();
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Imported);
    }

    [Fact]
    public async Task Has_no_place_on_a_page_without_a_table()
    {
        var page = await fixture.PageOfAsync(Log);
        await fixture.EditAsync(page, "<p>No table any more.</p>");
        grid.Receive(Community, "testrun.recorded", Sent.TestRun() with { Id = "run_table", Number = "RUN-000404" });

        var failed = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        (failed.Status, failed.Diagnostics[0].Code).ShouldBe((ImportStatus.Failed, Catalogue.Import.TableIsMissing));
        failed.Diagnostics[0].Message.ShouldBe("\"Supplier defect log\" has no table that begins with a header row");
        await fixture.EditAsync(await fixture.PageOfAsync(Log), page.Body);
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Imported);
    }

    private static bool IsSave(HttpRequestMessage request) =>
        request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.Contains("/pages/", StringComparison.Ordinal);

    private static HttpResponseMessage Stale() => new(HttpStatusCode.Conflict)
    {
        Content = new StringContent("""{"errors":[{"status":409,"title":"Version conflict"}]}""", null, "application/json"),
    };
}
