using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>
/// A run is killed at each of its writes, before and after the effect; the next one ends where an uninterrupted one would have.
/// </summary>
public sealed class ImportKillTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    private const string Community = ImportFixture.Community;

    [Fact]
    public Task A_new_case_has_one_page_and_one_issue() => AtEachWriteAsync(async (name, kill) =>
    {
        var grid = new MemoryGrid();
        var found = Sent.OpenCase($"case_{name}", $"TG-{name}");
        var item = grid.Receive(Community, "case.created", found);

        await kill(grid);
        (await fixture.RunAsync(grid)).ExitCode.ShouldBe(ExitCode.Done);

        var issue = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem(name);
        var page = await fixture.PageAsync($"Case TG-{name}: ASN 856 rejected");
        (await fixture.CommentsAsync(page)).ShouldBeEmpty(name);
        await RemembersAsync(item, issue.Number, page.Id);
    });

    [Fact]
    public Task News_of_a_case_is_in_its_page_and_its_issue_and_in_no_comment() => AtEachWriteAsync(async (name, kill) =>
    {
        var grid = new MemoryGrid();
        var found = Sent.OpenCase($"case_u{name}", $"TG-U{name}");
        var item = grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        grid.Receive(Community, "case.updated", found with { Description = "The map was wrong.", Version = 7 });

        await kill(grid);
        var report = await fixture.RunAsync(grid);

        report.Diagnostics.ShouldBeEmpty(name);
        var page = await fixture.PageAsync($"Case TG-U{name}: ASN 856 rejected");
        page.Body.ShouldContain("The map was wrong.", Shouldly.Case.Sensitive, name);
        (await fixture.CommentsAsync(page)).ShouldBeEmpty(name);
        var issue = (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem(name);
        issue.Body.ShouldContain("The map was wrong.", Shouldly.Case.Sensitive, name);
        await RemembersAsync(item, issue.Number, page.Id);
    });

    [Fact]
    public Task News_for_an_edited_page_is_in_one_comment() => AtEachWriteAsync(async (name, kill) =>
    {
        var grid = new MemoryGrid();
        var found = Sent.OpenCase($"case_e{name}", $"TG-E{name}");
        grid.Receive(Community, "case.created", found);
        await fixture.RunAsync(grid);
        var title = $"Case TG-E{name}: ASN 856 rejected";
        await fixture.EditAsync(await fixture.PageAsync(title), "<p>Ours now.</p>");
        grid.Receive(Community, "case.updated", found with { Description = "The map was wrong.", Version = 7 });

        await kill(grid);
        await fixture.RunAsync(grid);

        var page = await fixture.PageAsync(title);
        page.Body.ShouldContain("Ours now.");
        (await fixture.CommentsAsync(page)).ShouldHaveSingleItem(name).ShouldContain("The map was wrong.");
    });

    [Fact]
    public Task A_test_run_has_one_row_and_one_issue() => AtEachWriteAsync(async (name, kill) =>
    {
        var grid = new MemoryGrid();
        var item = grid.Receive(Community, "testrun.recorded", Sent.TestRun() with { Id = $"run_{name}", Number = $"RUN-{name}" });

        await kill(grid);
        (await fixture.RunAsync(grid)).ExitCode.ShouldBe(ExitCode.Done);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem(name);
        (await fixture.PageOfAsync("supplier-defect-log")).Body.Split($"<td><p>RUN-{name}</p></td>").Length.ShouldBe(2, name);
    });

    [Fact]
    public Task Feedback_has_one_comment_and_one_issue() => AtEachWriteAsync(async (name, kill) =>
    {
        var grid = new MemoryGrid();
        var item = grid.Receive(Community, "feedback.created", Sent.Feedback() with { Id = $"fb_{name}" });

        await kill(grid);
        (await fixture.RunAsync(grid)).ExitCode.ShouldBe(ExitCode.Done);

        (await fixture.IssuesOfAsync(item)).ShouldHaveSingleItem(name);
        (await fixture.CommentsAsync(await fixture.PageOfAsync(Sent.Feedback().Document)))
            .Where(comment => comment.Contains($"Reference: fb_{name}<", StringComparison.Ordinal)).ShouldHaveSingleItem(name);
    });

    private async Task RemembersAsync(ItemReference item, int issue, string page)
    {
        var record = (await fixture.RecordAsync(item))!;
        (record.Issue, record.Page).ShouldBe((issue, page));
        record.Version.ShouldBeGreaterThan(0);
    }

    private async Task AtEachWriteAsync(Func<string, Func<MemoryGrid, Task>, Task> story)
    {
        var kills = 0;
        for (var write = 1; kills == write - 1; write++)
        {
            foreach (var afterwards in new[] { false, true })
            {
                using var network = new KillingNetwork(write, afterwards);
                await story($"{write}{(afterwards ? "a" : "b")}", grid => DieAsync(grid, network));
                kills = network.HasKilled ? write : kills;
            }
        }

        kills.ShouldBeGreaterThan(1);
    }

    private async Task DieAsync(MemoryGrid grid, KillingNetwork network)
    {
        try
        {
            await fixture.RunAsync(grid, network);
        }
        catch (InvalidOperationException) when (network.HasKilled)
        {
            // As after a kill: whatever the run knew is gone.
        }
    }
}
