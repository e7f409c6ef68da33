using DocsPipeline.Flows.Publish;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;
using DocsPipeline.Tests.Flows.Export;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>What reviewers changed comes back to the page, and nothing else of the page changes.</summary>
public sealed class WriteBackTests : WriteBackStory
{
    private const string Macro =
        "<ac:structured-macro ac:name=\"drawio\" ac:schema-version=\"1\" ac:macro-id=\"m-1\"><ac:parameter "
            + "ac:name=\"diagramName\">flow</ac:parameter></ac:structured-macro>";
    private const string Commented =
        "<p>Ask <ac:inline-comment-marker ac:ref=\"c-1\">your contact</ac:inline-comment-marker> for help.</p>";

    [Fact]
    public async Task A_reviewers_words_reach_the_page_and_every_other_byte_stays()
    {
        var page = await Create("Invoice errors", "invoice-errors", $"<p>One.</p>{Macro}{Commented}<p>Two.</p>");
        var before = (await writer.FindPageAsync(page.Id, default))!.Body;
        await ExportAndMerge("Two.", "Two, says the reviewer.");

        var report = await Publish();

        report.Pages.ShouldHaveSingleItem().Reason.ShouldBe("text");
        var after = (await writer.FindPageAsync(page.Id, default))!;
        after.Body.ShouldBe(before.Replace(">Two.<", ">Two, says the reviewer.<", StringComparison.Ordinal));
        after.Version.ShouldBe(page.Version + 1);
    }

    [Fact]
    public async Task Afterwards_neither_Export_nor_Publish_has_anything_to_do_or_to_ask()
    {
        await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        await Publish();

        (await Export()).Commit.ShouldBeNull();
        var exported = log.Counts["Confluence"].Requests;
        (await Publish()).Writes.ShouldBe(0);

        exported.ShouldBe((await CountOfAnExportThatFindsNothing()).Requests);
        log.Counts.Keys.ShouldNotContain("Confluence");
    }

    [Fact]
    public async Task A_writers_edit_in_another_place_stays_and_comes_with_the_next_Export()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p><p>Two.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        await Edit(page, "Two.", "Two, says the writer.");

        (await Publish()).Pages.Count.ShouldBe(1);

        var body = (await writer.FindPageAsync(page.Id, default))!.Body;
        body.ShouldContain(">One, says the reviewer.<");
        body.ShouldContain(">Two, says the writer.<");
        var report = await Export();
        (await Text("confluence-export", Path)).ShouldEndWith("One, says the reviewer.\n\nTwo, says the writer.\n");
        await Merge(report.PullRequest!.Value);
        (await Publish()).Pages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_that_a_reviewer_spelled_in_another_way_is_the_same_list_to_the_next_Export()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await ExportAndMerge("One.", "One.\n\n* First\n* Second");
        await Publish();
        await Edit(page, "Second", "Second, says the writer");

        var report = await Export();

        report.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.Id == "DOC0555");
        (await Text("confluence-export", Path)).ShouldEndWith("One.\n\n- First\n- Second, says the writer\n");
    }

    [Fact]
    public async Task Front_matter_comes_back_as_page_properties_and_the_title_as_the_title()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await Export();
        await Review(Path, "title: Invoice errors", "title: Errors in invoices");
        await Review(Path, "summary: A test page.", "summary: What errors in invoices mean.\nreview-by: 2027-03-01");
        await Merge((await Export()).PullRequest!.Value);

        (await Publish()).Pages.ShouldHaveSingleItem().Reason.ShouldBe("review-by, summary, title");

        var after = (await writer.FindPageAsync(page.Id, default))!;
        after.Title.ShouldBe("Errors in invoices");
        after.Body.ShouldContain(">What errors in invoices mean.<");
        after.Body.ShouldContain(">2027-03-01<");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task The_plan_names_the_pages_and_a_saved_plan_is_bound_to_them()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p><p>Two.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        using var grid = new TradingGridClient(connections.TradingGrid);
        using var publisher = new Publisher(connections, grid, System.IO.Path.Combine(sandbox.StateDirectory, "clone.git"));
        var plan = await publisher.PlanAsync(new PublishRequest(), new Progress<string>(), default);
        var file = System.IO.Path.Combine(sandbox.StateDirectory, "plan.json");
        PlanFile.Write(file, plan);

        PlanRenderer.Text(plan).ShouldContain("space EDI in Confluence\n  ~ invoice-errors");
        await Edit(page, "Two.", "Two, says the writer.");
        var stale =
            await Should.ThrowAsync<DocsPipeline.Diagnostics.PipelineException>(
                () => publisher.RunAsync(new PublishRequest { PlanFile = file }, new Progress<string>(), default));
        stale.ExitCode.ShouldBe(DocsPipeline.Diagnostics.ExitCode.StalePlan);
    }

    [Fact]
    public async Task A_mention_is_no_edit_whatever_the_person_is_called()
    {
        var account = await AccountOf("wera.writer@halden.example", "sandbox-writer-token");
        var page =
            await Create(
                "Invoice errors",
                "invoice-errors",
                $"<p>Ask <ac:link><ri:user ri:account-id=\"{account}\" /></ac:link> first.</p><p>One.</p>");
        await ExportAndMerge("One.", "One, says the reviewer.");
        await Edit(page, "first.", "first, or me.");

        (await Publish()).Pages.ShouldHaveSingleItem().Reason.ShouldBe("text");

        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain("first, or me.");
        (await Export()).Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.Id == "DOC0555");
    }

    [Fact]
    public async Task A_page_of_a_Data_Center_gets_the_reviewers_words_too()
    {
        var page = await Create("Invoice errors", "invoice-errors", $"<p>One.</p>{Macro}");
        var before = (await writer.FindPageAsync(page.Id, default))!.Body;
        await ExportAndMerge("One.", "One, says the reviewer.");
        connections =
            connections with
            {
                Confluence = new ConfluenceConnection(
                new Uri(sandbox.Host.Address, "dc"), null, new Secret("sandbox-confluence-pat"))
            };

        (await Publish()).Pages.ShouldHaveSingleItem().Reason.ShouldBe("text");

        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldBe(
            before.Replace(">One.<", ">One, says the reviewer.<", StringComparison.Ordinal));
        (await Publish()).Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_link_to_another_document_becomes_a_link_to_its_page()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await Create("Credit notes", "credit-notes", "<p>Another.</p>");
        await ExportAndMerge("One.", "See [how credit works](credit-notes.md).");

        await Publish();

        (await writer.FindPageAsync(page.Id, default))!.Body.ShouldContain("<ri:page ri:content-title=\"Credit notes\"");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task An_image_that_a_reviewer_adds_or_replaces_is_put_on_the_page()
    {
        var page = await Create("Invoice errors", "invoice-errors", "<p>One.</p>");
        await Export();
        await Put("content/faq/invoice-errors/flow.png", Png(1));
        await Review(Path, "One.", "One.\n\n![Flow](invoice-errors/flow.png)");
        await Merge((await Export()).PullRequest!.Value);

        (await Publish()).Pages.ShouldHaveSingleItem().Reason.ShouldBe("text, flow.png");

        var file = (await writer.ListAttachmentsAsync(page.Id, default)).ShouldHaveSingleItem();
        file.MediaType.ShouldBe("image/png");
        (await writer.DownloadAsync(file, default)).ToArray().ShouldBe(Png(1));
        (await Export()).Commit.ShouldBeNull();

        await Edit(page, "One.", "Two.");
        var pull = (await Export()).PullRequest!.Value;
        await Put("content/faq/invoice-errors/flow.png", Png(2));
        await Merge(pull);
        (await Publish()).Pages.ShouldHaveSingleItem().Reason.ShouldBe("flow.png");
        (await writer.DownloadAsync((await writer.ListAttachmentsAsync(page.Id, default)).ShouldHaveSingleItem(), default))
            .ToArray()
            .ShouldBe(Png(2));
    }

    private async Task Put(string path, byte[] bytes)
    {
        var git = await Clone();
        var tip = (await git.ResolveAsync("confluence-export", default))!;
        var commit =
            await git.CommitAsync(
                new CommitDraft(
                    tip,
                    [TreeChange.Put(path, bytes)],
                    "Add",
                    new GitPerson("mara-lind", "mara.lind@halden.example"),
                    DateTimeOffset.UtcNow),
                default);
        (await git.PushAsync("confluence-export", commit, default)).Accepted.ShouldBeTrue();
    }

    // A picture of one chunk and its end: Publish takes nothing that does not hold what its name says.
    private static byte[] Png(byte last) =>
    [
        0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 1, .. "IDAT"u8, last, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82,
    ];

    private async Task<RequestCount> CountOfAnExportThatFindsNothing()
    {
        var kept = log;
        await Export();
        var count = log.Counts["Confluence"];
        log = kept;
        return count;
    }
}
