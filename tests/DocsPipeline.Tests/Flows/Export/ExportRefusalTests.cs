using System.Net;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>Pages that cannot be taken over, and runs that did not end well.</summary>
public sealed class ExportRefusalTests : ExportStory
{
    [Fact]
    public async Task A_page_with_an_unknown_kind_or_a_stolen_id_is_one_diagnostic_and_the_others_go_on()
    {
        await Create("First", "the-id", "<p>One.</p>");
        await Create("Thief", "the-id", "<p>Two.</p>");
        await Create("Odd", "odd-page", "<p>Three.</p>", "no-such-kind");

        var report = await Export();

        report.Pages
            .Where(page => page.Status == ExportStatus.Failed)
            .Select(page => page.Title)
            .ShouldBe(["Thief", "Odd"], ignoreOrder: true);
        report.Diagnostics
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .Select(diagnostic => diagnostic.Code.Id)
            .ShouldBe(["DOC0551", "DOC0552"], ignoreOrder: true);
        report.ExitCode.ShouldBe(ExitCode.Errors);
        (await Text("confluence-export", "content/faq/first.md")).ShouldContain("One.");
    }

    [Fact]
    public async Task A_page_that_is_gone_is_proposed_to_expire_and_not_deleted()
    {
        var page = await Create("Short-lived", "short-lived", "<p>One.</p>");
        await Export();
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/wiki/api/v2/pages/{page.Id}");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "Basic " + System.Convert.ToBase64String("wera.writer@halden.example:sandbox-writer-token"u8));
        (await sandbox.Client.SendAsync(request)).IsSuccessStatusCode.ShouldBeTrue();

        await Export();

        (await Text("confluence-export", "content/faq/short-lived.md")).ShouldContain("\nexpires: 20");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_restricted_page_and_the_pages_below_it_stay_where_they_are()
    {
        await AsWriter(
            HttpMethod.Put, $"/wiki/rest/api/content/{(await Create("Terms", "terms-page", "<p>Secret.</p>")).Id}/restriction", new[]
        {
            new { operation = "read",
                restrictions =
                    new { user = new[] { new { type = "known",
                        accountId =
                            await AccountOf("wera.writer@halden.example", "sandbox-writer-token") }, new { type =
                                "known", accountId = await AccountOf("docs-bot@halden.example", "sandbox-confluence-token") } } } },
        });
        var parent = (await writer.FindPageByTitleAsync(space, "Terms", default))!;
        await writer.CreatePageAsync(
            new NewPage(space, "Below terms", Properties("below-terms", "faq-article") + "<p>Secret too.</p>", parent.Id), default);

        var report = await Export();

        report.Pages
            .Where(page => page.Title.Contains("erms", StringComparison.Ordinal) && page.Id is "terms-page" or "below-terms")
            .ShouldAllBe(page => page.Status == ExportStatus.Skipped);
        report.Diagnostics.Count(diagnostic => diagnostic.Code.Id == "DOC0553").ShouldBeGreaterThanOrEqualTo(2);
        (await Files("confluence-export", "content/faq")).ShouldNotContain(file => file.Path.Contains("terms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_was_restricted_after_its_export_is_reported_in_every_run_and_left_as_it_is()
    {
        var page = await Create("Was open", "was-open", "<p>One.</p>");
        await Export();
        var people =
            new[] { await AccountOf("wera.writer@halden.example", "sandbox-writer-token"),
                await AccountOf("docs-bot@halden.example", "sandbox-confluence-token") };
        await AsWriter(
            HttpMethod.Put,
            $"/wiki/rest/api/content/{page.Id}/restriction",
            new[] { new { operation = "read",
                restrictions = new { user = people.Select(account => new { type = "known", accountId = account }).ToArray() } } });

        var report = await Export();

        report.Commit.ShouldBeNull();
        report.Pages.Single(found => found.Id == "was-open").Status.ShouldBe(ExportStatus.Skipped);
        report.Diagnostics.ShouldContain(
            diagnostic => diagnostic.Code.Id == "DOC0553" && diagnostic.Message.Contains("Was open", StringComparison.Ordinal));
        (await Requests()).ShouldNotContain(
            request => request.Contains("/restriction/", StringComparison.Ordinal), "the listing of restrictions told");
        await Edit(page, "One.", "Two.");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_with_an_unpublished_draft_is_left_for_later()
    {
        var page = await Create("In the making", "in-the-making", "<p>One.</p>");
        await AsWriter(
            HttpMethod.Put,
            $"/wiki/api/v2/pages/{page.Id}",
            new
            {
                id = page.Id, status = "draft", title = page.Title, body = new { representation = "storage", value = "<p>Half</p>" },
                version = new { number = 1 }
            });

        var report = await Export();

        report.Pages.ShouldContain(found => found.Id == "in-the-making" && found.Status == ExportStatus.Skipped);
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0554");
    }

    [Theory]
    [InlineData("<p>No table.</p>", "has lost its page properties")]
    [InlineData("kind", "would not be a document any more")]
    [InlineData("large", "would not be a document any more")]
    public async Task A_page_that_would_break_its_document_is_left_alone_and_does_not_stop_later_runs(string change, string message)
    {
        var page = await Create("Fragile", "fragile", "<p>One.</p>");
        await Export();
        var before = await Text("confluence-export", "content/faq/fragile.md");
        var body = change switch
        {
            "kind" =>
                Properties("fragile", "faq-article").Replace(
                    "<tr><th><p>kind</p></th><td><p>faq-article</p></td></tr>", "", StringComparison.Ordinal) + "<p>Two.</p>",
            "large" =>
                Properties("fragile", "faq-article") + string.Concat(
                    Enumerable.Repeat("<p>A page that is longer than a document may be.</p>", 7000)),
            _ => change,
        };
        await writer.UpdatePageAsync(new PageChange((await writer.FindPageAsync(page.Id, default))!, "Fragile", body, ""), default);

        var report = await Export();

        report.Pages.Single(exported => exported.Id == "fragile").Status.ShouldBe(ExportStatus.Failed);
        report.Diagnostics.Where(diagnostic => diagnostic.Code.Id == "DOC0559").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Message.ShouldContain(message), diagnostic => diagnostic.Help.ShouldNotBeNullOrEmpty());
        (await Text("confluence-export", "content/faq/fragile.md")).ShouldBe(before);
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_lost_an_answer_is_finished_by_the_next_one_with_one_pull_request()
    {
        using var network =
            new LossyNetwork
            {
                Loses = request => request.Method == HttpMethod.Post
                && request.RequestUri!.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal)
            };
        using (var exporter = new Exporter(
            connections, Path.Combine(sandbox.StateDirectory, "clone.git"), new Transport { Handler = network }))
        {
            (await exporter.RunAsync(new ExportRequest(), new Progress<string>(), default)).PullRequest.ShouldNotBeNull();
        }

        (await Export()).Commit.ShouldBeNull();

        using var github = new GitHubClient(connections.GitHub);
        (await github.ListPullsAsync("all", "confluence-export", default)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_run_that_ended_between_push_and_pull_request_is_finished_by_the_next_one()
    {
        using var network =
            new LossyNetwork
            {
                Replaces = request => request.Method == HttpMethod.Post
                && request.RequestUri!.AbsolutePath.EndsWith("/pulls", StringComparison.Ordinal)
                    ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                    : null
            };
        using (var exporter = new Exporter(
            connections, Path.Combine(sandbox.StateDirectory, "clone.git"), new Transport { Handler = network }))
        {
            await Should.ThrowAsync<RemoteException>(exporter.RunAsync(new ExportRequest(), new Progress<string>(), default));
        }

        (await Export()).PullRequest.ShouldNotBeNull();
        (await Export()).Commit.ShouldBeNull();
    }
}
