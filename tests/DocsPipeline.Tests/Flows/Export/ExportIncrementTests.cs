using DocsPipeline.Flows.Export.Reporting;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>What a run asks of Confluence, as Confluence itself recorded it.</summary>
public sealed class ExportIncrementTests : ExportStory
{
    [Fact]
    public async Task A_second_run_on_an_unchanged_space_reads_listings_only()
    {
        await Export();

        (await Export()).Commit.ShouldBeNull();

        (await Requests()).ShouldAllBe(request => IsListing(request));
        (await Requests()).ShouldNotContain(request => request.Contains("body-format", StringComparison.Ordinal));
        (await Requests()).Count.ShouldBeLessThan(8);
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task Listings_tell_the_same_on_a_machine_that_remembers_nothing_but_pages_that_are_no_documents()
    {
        await Export();
        Directory.Delete(Path.Combine(sandbox.StateDirectory, "pages"), recursive: true);

        (await Export()).Commit.ShouldBeNull();

        (await Requests())
            .Where(request => !IsListing(request))
            .ShouldAllBe(request => request.StartsWith("GET /wiki/api/v2/pages?id=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_an_edit_only_the_edited_page_is_read()
    {
        var page = await Create("Where to send questions", "where-to-send-questions", "<p>Ask.</p><p>Wait.</p>");
        await Export();
        await Edit(page, "Wait.", "Wait two days.");

        await Export();

        var reads = (await Requests()).Where(request => !IsListing(request)).ToList();
        reads.ShouldAllBe(
            request => request.Contains(page.Id, StringComparison.Ordinal) || request.Contains("/restriction/", StringComparison.Ordinal));
        reads
            .Count(request => request.Contains("body-format=storage", StringComparison.Ordinal))
            .ShouldBe(2, "the page now, and the version that was exported");
    }

    [Fact]
    public async Task A_save_that_changes_no_Markdown_is_looked_at_once()
    {
        var page = await Create("Plain", "plain", "<p>One.</p>");
        await Export();
        await Edit(page, "One.", "One.");
        (await Export()).Commit.ShouldBeNull();

        (await Export()).Commit.ShouldBeNull();

        (await Requests()).ShouldAllBe(request => IsListing(request));
    }

    [Fact]
    public async Task An_inline_comment_changes_the_page_and_not_the_document()
    {
        var page = await Create("Discussed", "discussed", "<p>The order is late.</p>");
        await Export();
        await Call(HttpMethod.Post, "/wiki/api/v2/inline-comments", new
        {
            pageId = page.Id,
            body = new { representation = "storage", value = "<p>Which one?</p>" },
            inlineCommentProperties = new { textSelection = "order", textSelectionMatchCount = 1, textSelectionMatchIndex = 0 },
        });

        (await Export()).Commit.ShouldBeNull();

        (await Requests()).ShouldAllBe(request => IsListing(request));
        await Edit(page, "is late", "is two days late");
        (await Export()).Pages.Single(exported => exported.Id == "discussed").OpenComments.ShouldBe(1);
        (await Text("confluence-export", "content/faq/discussed.md")).ShouldEndWith("\nThe order is two days late.\n");
    }

    [Fact]
    public async Task A_page_that_links_to_a_page_that_became_a_document_is_read_again_and_no_other_one()
    {
        var left =
            await Create(
                "Left",
                "left-page",
                "<p><ac:link><ri:page ri:content-title=\"Right (and wrong)\" /><ac:link-body>there</ac:link-body></ac:link></p>");
        await Export();
        var right = await Create("Right (and wrong)", "right-page", "<p>Here.</p>");

        await Export();

        (await Text("confluence-export", "content/faq/left.md")).ShouldContain("[there](right-and-wrong.md)");
        (await Requests())
            .Where(request => request.Contains("/pages?id=", StringComparison.Ordinal))
            .Select(request => request.Split('?')[1].Split('&')[0])
            .ShouldBe([$"id={right.Id}"], "the other body is still there from the first run");
        left.Id.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_run_that_was_killed_reads_no_page_and_no_file_twice()
    {
        var page = await Create("With file", "with-file", "<p><ac:image><ri:attachment ri:filename=\"a.png\" /></ac:image></p>");
        await writer.UploadAsync(page.Id, "a.png", new byte[] { 137, 80, 78, 71 }, "image/png", "", default);
        using var network =
            new DyingNetwork(
                request =>
                    request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal));
        await Should.ThrowAsync<InvalidOperationException>(Export(network));
        (await Requests()).ShouldContain(request => request.Contains("body-format=storage", StringComparison.Ordinal));

        (await Export()).PullRequest.ShouldNotBeNull();

        (await Requests())
            .Where(request => request.Contains("/pages?id=", StringComparison.Ordinal)
                || request.Contains("/download", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_was_killed_between_two_reads_goes_on_with_the_second()
    {
        for (var number = 0; number < 60; number++)
        {
            await Create($"Page {number}", $"page-{number}", "<p>Text.</p>");
        }

        var bodies = 0;
        using var network =
            new DyingNetwork(
                request =>
                    request.RequestUri!.Query.Contains("body-format=storage", StringComparison.Ordinal)
                        && Interlocked.Increment(ref bodies) == 3);
        await Should.ThrowAsync<InvalidOperationException>(Export(network, atOnce: 1));
        var first =
            (await Requests()).Where(request => request.Contains("body-format=storage", StringComparison.Ordinal)).SelectMany(Ids).ToList();

        var report = await Export();

        var second =
            (await Requests()).Where(request => request.Contains("body-format=storage", StringComparison.Ordinal)).SelectMany(Ids).ToList();
        report.Count(ExportStatus.Exported).ShouldBeGreaterThan(60);
        first.Count.ShouldBe(50);
        second.Intersect(first).ShouldBeEmpty();
        second.ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Ids(string request) =>
        request.Split('?')[1].Split('&').Where(part => part.StartsWith("id=", StringComparison.Ordinal));

    private static bool IsListing(string request) => request.StartsWith("GET /wiki/api/v2/spaces", StringComparison.Ordinal)
        || request.StartsWith("GET /wiki/api/v2/attachments?sort=-modified-date", StringComparison.Ordinal)
        || request.StartsWith("GET /wiki/rest/api/content/search?cql=", StringComparison.Ordinal);
}
