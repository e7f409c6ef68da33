using System.Net;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>Each fault that a page can have is told once, with what to do about it.</summary>
public sealed class ExportDiagnosticTests : ExportStory
{
    [Fact]
    public async Task Every_page_that_is_not_simply_taken_over_says_what_to_do()
    {
        var (gone, both) = (await Create("Gone", "gone-page", "<p>One.</p>"), await Create("Both", "both-pages", "<p>One.</p>"));
        await Export();
        await Delete(gone);
        await Review("content/faq/both.md", "One.", "The reviewer's.");
        await Edit(both, "One.", "The writer's.");
        await Create("Odd kind", "odd-kind", "<p>Text.</p>", "no-such-kind");
        await Create("Thief", "both-pages", "<p>Text.</p>");
        await Create("File", "with-file", "<p><ac:image><ri:attachment ri:filename=\"missing.png\" /></ac:image></p>");
        await writer.CreatePageAsync(new NewPage(space, "Broken", Properties("Broken Page", "faq-article")), default);
        var draft = await Create("Draft", "draft-page", "<p>Text.</p>");
        await Call(
            HttpMethod.Put,
            $"/wiki/api/v2/pages/{draft.Id}",
            new
            {
                id = draft.Id, status = "draft", title = draft.Title, body = new { representation = "storage", value = "<p>Half</p>" },
                version = new { number = 1 }
            });
        var secret = await Create("Secret", "secret-page", "<p>Text.</p>");
        var people =
            new[] { await AccountOf("wera.writer@halden.example", "sandbox-writer-token"),
                await AccountOf("docs-bot@halden.example", "sandbox-confluence-token") };
        await Call(
            HttpMethod.Put,
            $"/wiki/rest/api/content/{secret.Id}/restriction",
            new[] { new { operation = "read",
                restrictions = new { user = people.Select(account => new { type = "known", accountId = account }).ToArray() } } });

        var report = await Export();

        var told = report.Diagnostics.Where(diagnostic => diagnostic.Code.Id.StartsWith("DOC055", StringComparison.Ordinal)).ToList();
        told
            .Select(diagnostic => diagnostic.Code.Id)
            .Distinct()
            .Order()
            .ShouldBe(["DOC0551", "DOC0552", "DOC0553", "DOC0554", "DOC0555", "DOC0556", "DOC0557", "DOC0559"]);
        told.ShouldAllBe(diagnostic => !string.IsNullOrEmpty(diagnostic.Help));
        var body = await PullBody(report.PullRequest!.Value);
        foreach (var diagnostic in told.Where(diagnostic => diagnostic.Code != Catalogue.Export.BothSidesChanged))
        {
            body.ShouldContain($"({diagnostic.Code})");
        }

        body.ShouldContain("### Changed on both sides");
    }

    [Fact]
    public async Task A_space_that_cannot_be_found_stops_the_run_before_the_first_write()
    {
        using var network = new LossyNetwork
        {
            Replaces = request => request.RequestUri!.Query.Contains("keys=EDI", StringComparison.Ordinal)
                ? new HttpResponseMessage(
                    HttpStatusCode.OK)
                { Content = new StringContent("""{"results":[],"_links":{}}""", Encoding.UTF8, "application/json") }
                : null,
        };

        var fault = (await Should.ThrowAsync<PipelineException>(Export(network))).Diagnostics.ShouldHaveSingleItem();

        fault.Code.Id.ShouldBe("DOC0558");
        fault.Help.ShouldNotBeNullOrEmpty();
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task A_listing_that_leads_back_to_itself_stops_the_run_before_the_first_write()
    {
        using var network = new LossyNetwork
        {
            Replaces = request =>
                request.RequestUri!.AbsolutePath.EndsWith("/pages", StringComparison.Ordinal)
                    && request.RequestUri.AbsolutePath.Contains("/spaces/", StringComparison.Ordinal)
                ? new HttpResponseMessage(
                    HttpStatusCode.OK)
                {
                    Content =
                        new StringContent(
                            """{"results":[],"_links":{"next":"*"}}""".Replace(
                                "*", request.RequestUri.PathAndQuery, StringComparison.Ordinal),
                            Encoding.UTF8,
                            "application/json")
                }
                : null,
        };

        (await Should.ThrowAsync<PipelineException>(Export(network))).Diagnostics
            .ShouldHaveSingleItem().Message
            .ShouldContain("lead back to themselves");

        log.Writes.ShouldBe(0);
    }
}
