using System.Net.Http.Json;
using DocsPipeline.Tests.Flows.Export;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>Pages that have to wait, and runs that did not end well.</summary>
public sealed class WriteBackRefusalTests : WriteBackStory
{
    [Fact]
    public async Task The_same_place_waits_until_a_person_has_chosen()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "The reviewer's.");
        await Edit(page, "One.", "The writer's.");

        var report = await Publish();

        report.Pages.ShouldBeEmpty();
        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0618");
        report.ExitCode.ShouldBe(DocsPipeline.Diagnostics.ExitCode.Done);
        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain(">The writer's.<");

        var export = await Export();
        var text = await Text("confluence-export", Path);
        await Review(Path, text[text.IndexOf(":::::", StringComparison.Ordinal)..], "Both of us.\n");
        await Merge(export.PullRequest!.Value);
        (await Publish()).Pages.Count.ShouldBe(1);
        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain(">Both of us.<");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_title_that_another_page_has_is_reported_and_nothing_is_taken_over()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await Create("Errors in invoices", "errors-in-invoices", "<p>Another.</p>");
        await ExportAndMerge("title: Invoice errors", "title: Errors in invoices");

        var report = await Publish();

        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0619");
        (await writer.FindPageAsync(page.Id, default))!.Title.ShouldBe("Invoice errors");
    }

    [Fact]
    public async Task A_page_that_somebody_is_editing_is_left_alone()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        await AsWriter(
            HttpMethod.Put,
            $"/wiki/api/v2/pages/{page.Id}",
            new
            {
                id = page.Id, status = "draft", title = page.Title,
                body = new { representation = "storage", value = "<p>Half a thought</p>" }, version = new { number = 1 }
            });

        var report = await Publish();

        report.Pages.ShouldBeEmpty();
        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0554");
    }

    [Fact]
    public async Task A_save_between_plan_and_write_is_not_overwritten()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p><p>Two.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");

        var report =
            await Publish(
                new Interruption("Writing \"Invoice errors\"", () => Edit(page, "Two.", "Two, says the writer.").GetAwaiter().GetResult()));

        report.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0619");
        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain(">Two, says the writer.<");
        (await Publish()).Pages.Count.ShouldBe(1);
        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain(">One, says the reviewer.<");
        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain(">Two, says the writer.<");
    }

    [Fact]
    public async Task A_run_killed_before_the_ledger_writes_the_page_no_second_time()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        await Should.ThrowAsync<OperationCanceledException>(
            () => Publish(new Interruption("Writing the ledger", () => throw new OperationCanceledException())));
        var written = (await writer.FindPageAsync(page.Id, default))!.Version;

        var report = await Publish();

        report.Pages.ShouldBeEmpty();
        (await writer.FindPageAsync(page.Id, default))!.Version.ShouldBe(written);
        (await Export()).Commit.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_ends_in_one_version_of_the_page(bool afterEffect)
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        var fault = new { route = "/wiki/api/v2/pages/*", method = "PUT", times = 1, drop = true, afterEffect };
        (await sandbox.Client.PostAsJsonAsync("/_sandbox/faults", fault)).IsSuccessStatusCode.ShouldBeTrue();

        (await Publish()).Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0619");
        (await Publish()).Pages.Count.ShouldBe(afterEffect ? 0 : 1);

        var after = (await writer.FindPageAsync(page.Id, default))!;
        after.Version.ShouldBe(page.Version + 1);
        after.Body.ShouldContain(">One, says the reviewer.<");
        (await Export()).Commit.ShouldBeNull();
    }

    /// <summary>Something that happens just when the run says what it does next.</summary>
    private sealed class Interruption(string moment, Action happens) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(moment, StringComparison.Ordinal))
            {
                happens();
            }
        }
    }
}
