using System.Text.RegularExpressions;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>
/// One story through every door that Confluence has: Cloud, the gateway for scoped tokens, and Data Center give the same content.
/// </summary>
public sealed partial class ExportDoorTests : ExportStory
{
    private const string Gateway = "ex/confluence/6f1c2c56-1f0e-4d53-9c1c-5a0d0c0ffee5/wiki";

    [Theory]
    [InlineData(Gateway, "docs-bot@halden.example", "sandbox-confluence-token")]
    [InlineData("dc", null, "sandbox-confluence-pat")]
    public async Task Every_door_gives_the_content_that_Cloud_gives(string path, string? login, string token)
    {
        var page = await Create("With everything", "with-everything", "<p>One.</p><p>Two.</p>");
        for (var number = 0; number < 210; number++)
        {
            await Create($"Page {number}", $"page-{number}", $"<p>Text {number}.</p>");
        }

        await writer.UploadAsync(page.Id, "Sche\u0301ma.png", new byte[] { 137, 80, 78, 71 }, "image/png", "", default);
        var first = await Through(connections.Confluence, "cloud-1");
        await Edit(
            page,
            "<p>One.</p>",
            "<p><ac:link><ri:page ri:content-title=\"Page 7\" /></ac:link> <ac:image><ri:attachment ri:filename=\"Sche\u0301ma.png\" "
                + "/></ac:image></p>");
        await Delete((await writer.FindPageByTitleAsync(space, "Page 5", default))!);
        await Move((await writer.FindPageByTitleAsync(space, "Page 6", default))!, "append", page.Id);
        var cloud = await Through(connections.Confluence, "cloud-2");
        cloud.ShouldNotBe(first);
        await As("sandbox-mara-token", HttpMethod.Patch, "pulls/1", new { state = "closed" });
        await sandbox.Client.DeleteAsync("/_sandbox/requests");

        var other =
            await Through(
                new ConfluenceConnection(new Uri(sandbox.Host.Address, path), login, new Secret(token)), "other", "second-export");

        other.Select(file => file.Path).ShouldBe(cloud.Select(file => file.Path).Except(["content/faq/page-5.md"]));
        var expected = cloud.ToDictionary(file => file.Path);
        foreach (var file in other)
        {
            Said(file).ShouldBe(Said(expected[file.Path]), file.Path);
        }

        (await Requests()).ShouldAllBe(
            request => request.Contains($" /{path}/", StringComparison.Ordinal) || request.Contains(" /media/", StringComparison.Ordinal));
        (await Requests())
            .Count(request => request.Contains("start=", StringComparison.Ordinal) || request.Contains("cursor=", StringComparison.Ordinal))
            .ShouldBeGreaterThan(0, "the listing has more than one page");
        (await Exporter(
            new ConfluenceConnection(
                new Uri(sandbox.Host.Address, path), login, new Secret(token)), "other", "second-export")).Commit.ShouldBeNull();
    }

    // Data Center knows no account ids, so nobody behind a mention there.
    private static string Said(ContentFile file) => Mention().Replace(System.Text.Encoding.Latin1.GetString(file.Bytes.Span), "@someone](");

    [GeneratedRegex(@"@[^\]\n]+\]\(")]
    private static partial Regex Mention();

    private async Task<IReadOnlyList<ContentFile>> Through(
        ConfluenceConnection confluence, string clone, string branch = "confluence-export")
    {
        await Exporter(confluence, clone, branch);
        return await Files(branch, "content");
    }

    private async Task<ExportReport> Exporter(ConfluenceConnection confluence, string clone, string branch)
    {
        using var exporter =
            new Exporter(connections with { Confluence = confluence }, Path.Combine(sandbox.StateDirectory, clone, "clone.git"));
        return await exporter.RunAsync(new ExportRequest { ExportBranch = branch }, new Progress<string>(), default);
    }
}
