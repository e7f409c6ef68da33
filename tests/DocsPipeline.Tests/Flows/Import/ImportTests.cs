using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>A run as a whole: what it reads, what it claims, what it remembers, and what one failure does to the rest.</summary>
public sealed class ImportTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;

    private readonly MemoryGrid grid = new();

    [Fact]
    public async Task A_case_becomes_a_page_and_an_issue_and_the_community_hears_of_both()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_whole", "TG-000100"));

        var report = await fixture.RunAsync(grid);

        report.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', report.Diagnostics));
        var imported = report.Items.ShouldHaveSingleItem();
        (imported.Status, imported.Title, imported.Type).ShouldBe((ImportStatus.Imported, "TG-000100", "case"));
        var issue = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
        var page = await fixture.PageAsync("Case TG-000100: ASN 856 rejected");
        (imported.Issue, imported.Page).ShouldBe((issue.Url, page.Url));
        grid.References.ShouldBe(
        [
            (item, new ExternalRef("github", $"halden/partner-docs#{issue.Number}", issue.Url)),
            (item, new ExternalRef("confluence", page.Id, page.Url)),
        ]);
        var record = (await fixture.RecordAsync(item))!;
        (record.Version, record.Issue, record.Page, record.PageVersion).ShouldBe((3, issue.Number, page.Id, page.Version));
    }

    [Fact]
    public async Task A_second_run_writes_nothing_and_what_we_caused_is_no_news()
    {
        grid.Receive(Community, "case.created", Sent.OpenCase("case_twice", "TG-000101"));
        await fixture.RunAsync(grid);
        var writes = grid.Writes;

        var second = await fixture.RunAsync(grid);

        second.Items.ShouldBeEmpty();
        (fixture.Log.Writes, grid.Writes).ShouldBe((0, writes));
    }

    [Fact]
    public async Task What_we_did_ourselves_is_not_imported()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_own", "TG-000102"), isOwn: true);

        (await fixture.RunAsync(grid)).Items.ShouldBeEmpty();

        (await fixture.RecordAsync(item)).ShouldBeNull();
        fixture.Log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Many_events_of_one_thing_make_it_once()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_many", "TG-000103"));
        grid.Tell(Community, "case.updated", item);
        grid.Tell(Community, "case.comment_added", item);
        grid.Tell(Community, "case.updated", item);

        var imported = (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem();

        imported.Events.ShouldBe(["case.created", "case.updated", "case.comment_added"]);
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Events_that_no_schema_names_and_things_that_nobody_reads_are_passed_over()
    {
        grid.Tell(Community, "partner.added", null);
        grid.Tell(Community, "case.created", null);
        var gone = grid.Receive(Community, "case.created", Sent.OpenCase("case_gone", "TG-000104"));
        grid.Forget(Community, gone);
        var ignored = grid.Receive(Community, "case.escalated", Sent.OpenCase("case_ignored", "TG-000105"));
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_read", "TG-000106"));

        var report = await fixture.RunAsync(grid);

        report.Items.ShouldHaveSingleItem().Reference.ShouldBe(item);
        (await fixture.RecordAsync(ignored)).ShouldBeNull();
        (await fixture.IssuesOfAsync(gone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_claim_stands_in_the_ledger_before_anything_is_made()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_claimed", "TG-000107"));
        using var network = new KillingNetwork(1, afterwards: false);

        await Should.ThrowAsync<InvalidOperationException>(fixture.RunAsync(grid, network));

        (await fixture.RecordAsync(item)).ShouldNotBeNull().ShouldBe(new(ItemKind.Case, "case_claimed"));
        (await fixture.IssuesOfAsync(item)).ShouldBeEmpty();
        grid.References.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_another_one_overtook_makes_nothing()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_raced", "TG-000108"));
        var race = new Hook("Reading what came from", () => fixture.AppendAsync("imports/another/case/case_1.json"));

        var lost = await Should.ThrowAsync<PipelineException>(fixture.RunAsync(grid, progress: race));

        (lost.ExitCode, lost.Diagnostics[0].Code.Id).ShouldBe((ExitCode.PartlyApplied, "DOC0617"));
        (await fixture.IssuesOfAsync(item)).ShouldBeEmpty();
        (await fixture.FindPageAsync("Case TG-000108: ASN 856 rejected")).ShouldBeNull();
        (await fixture.RunAsync(grid)).Items.ShouldHaveSingleItem().Status.ShouldBe(ImportStatus.Imported);
    }

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others_and_is_not_lost()
    {
        await fixture.RunAsync(grid);
        var broken = grid.Receive(Community, "case.created", Sent.OpenCase("case_broken", "TG-000109"));
        var good = grid.Receive(Community, "case.created", Sent.OpenCase("case_good", "TG-000110"));
        grid.OnRead = item => Unless(item == broken);
        var before = (await fixture.StateAsync()).Cursor;

        var report = await fixture.RunAsync(grid);

        report.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        report.Items.Select(item => (item.Reference, item.Status)).ShouldBe([(broken, ImportStatus.Failed), (good, ImportStatus.Imported)]);
        report.Items[0].Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Systems.SystemRefused);
        (await fixture.StateAsync()).Cursor.ShouldBe(before);

        grid.OnRead = _ => { };
        (await fixture.RunAsync(grid)).Items.Select(item => (item.Reference, item.Status))
            .ShouldBe([(broken, ImportStatus.Imported), (good, ImportStatus.Unchanged)]);
        (await fixture.IssuesOfAsync(broken)).ShouldHaveSingleItem();
        (await fixture.StateAsync()).Cursor.ShouldNotBe(before);
    }

    [Fact]
    public async Task An_expired_cursor_means_reading_everything_again_and_nothing_is_made_twice()
    {
        var item = grid.Receive(Community, "case.created", Sent.OpenCase("case_expired", "TG-000111"));
        await fixture.RunAsync(grid);
        var late = grid.Receive(Community, "case.created", Sent.OpenCase("case_late", "TG-000112"));
        grid.IsExpired = true;
        grid.PageSize = 100;

        var report = await fixture.RunAsync(grid);

        report.Items.Select(one => (one.Reference, one.Status)).ShouldBe([(item, ImportStatus.Unchanged), (late, ImportStatus.Imported)]);
        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_feed_that_never_lets_itself_be_read_is_a_fault_and_no_endless_run()
    {
        grid.Receive(Community, "case.created", Sent.OpenCase("case_1", "TG-1"));
        grid.Receive(Community, "case.created", Sent.OpenCase("case_2", "TG-2"));
        (grid.IsExpired, grid.PageSize) = (true, 1);

        (await Should.ThrowAsync<RemoteException>(fixture.RunAsync(grid))).Code.ShouldBe("cursor_expired");
    }

    [Fact]
    public async Task A_community_without_a_feed_is_refused_by_name()
    {
        grid.Capabilities.Remove(Capability.Events);

        var report = await fixture.RunAsync(grid);

        (report.ExitCode, report.Items.Count).ShouldBe((ExitCode.PartlyApplied, 0));
        var fault = report.Diagnostics.ShouldHaveSingleItem();
        (fault.Code.Id, fault.Message).ShouldBe(("DOC0910", $"community {Community} cannot tell what partners sent"));
    }

    private static void Unless(bool broken)
    {
        if (broken)
        {
            throw new RemoteException("Trading Grid", "GET", "cases/case_broken", 403, "forbidden", "not today");
        }
    }
}
