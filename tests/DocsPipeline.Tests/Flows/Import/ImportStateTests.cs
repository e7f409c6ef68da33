using System.Text;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportStateTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    [Fact]
    public async Task Is_one_file_for_each_item_under_the_communitys_words_for_it()
    {
        await SaveAsync("tellers", state =>
        {
            state.Remember(new ImportRecord(ItemKind.TestRun, "run_1"));
            state.Remember(new ImportRecord(ItemKind.Case, "case_1") { Version = 3, Issue = 7, Page = "98304", PageVersion = 2 });
            state.Advance("c1");
        });

        (await FilesAsync("imports/tellers/")).ShouldBe(
        [
            ("case/case_1.json", """{"type":"case","id":"case_1","version":3,"issue":7,"page":"98304","pageVersion":2}"""),
            ("cursor.json", """{"cursor":"c1"}"""),
            ("testrun/run_1.json", """{"type":"testrun","id":"run_1","version":0}"""),
        ]);
    }

    [Fact]
    public async Task Comes_back_as_it_was_saved()
    {
        var record = new ImportRecord(ItemKind.Feedback, "fb_1") { Version = 2, Issue = 7, IssueSha256 = "a", PageSha256 = "b" };
        await SaveAsync("readers", state =>
        {
            state.Remember(record);
            state.Advance("c1");
        });

        var state = await fixture.StateAsync("readers");

        (state.Cursor, state.Find(record.Reference)).ShouldBe(("c1", record));
        state.Find(new ItemReference(ItemKind.Case, "fb_1")).ShouldBeNull();
        (await fixture.StateAsync("others")).Find(record.Reference).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_known_already_is_no_commit_and_moves_no_cursor()
    {
        var record = new ImportRecord(ItemKind.Case, "case_known") { Version = 1 };
        await SaveAsync("quiet", state =>
        {
            state.Remember(record);
            state.Advance("c1");
        });
        var before = await fixture.LedgerMessagesAsync();

        await SaveAsync("quiet", state =>
        {
            state.Remember(record);
            state.Advance("c2");
        });

        (await fixture.LedgerMessagesAsync()).ShouldBe(before);
        (await fixture.StateAsync("quiet")).Cursor.ShouldBe("c1");
    }

    [Fact]
    public async Task A_second_save_holds_only_what_is_new_since()
    {
        var state = await fixture.StateAsync("twice");
        state.Remember(new ImportRecord(ItemKind.Case, "case_1"));
        await state.SaveAsync("First", default);
        await state.SaveAsync("Nothing", default);
        state.Remember(new ImportRecord(ItemKind.Case, "case_1") { Version = 1 });
        state.Advance("c1");
        await state.SaveAsync("Second", default);

        (await fixture.LedgerMessagesAsync()).Take(2).ShouldBe(["Second", "First"]);
        (await fixture.StateAsync("twice")).Find(new ItemReference(ItemKind.Case, "case_1"))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_says_in_its_commits_what_it_claimed_and_what_came_of_it()
    {
        var grid = new MemoryGrid();
        grid.Receive(ImportFixture.Community, "case.created", Sent.OpenCase("case_said", "TG-000500"));
        grid.Receive(ImportFixture.Community, "question.created", Sent.Question() with { Id = "q_said", Number = "Q-000500" });

        await fixture.RunAsync(grid);

        (await fixture.LedgerMessagesAsync()).Take(2).ShouldBe(
            ["Import: 2 from halden-suppliers", "Import: claim 2 new from halden-suppliers"]);
    }

    private async Task SaveAsync(string community, Action<ImportState> change)
    {
        var state = await fixture.StateAsync(community);
        change(state);
        await state.SaveAsync($"Import: {community}", default);
    }

    private async Task<IEnumerable<(string, string)>> FilesAsync(string prefix) =>
        (await fixture.LedgerFilesAsync(prefix))
            .Select(file => (file.Path[prefix.Length..], Encoding.UTF8.GetString(file.Bytes.Span).TrimEnd('\n')));
}
