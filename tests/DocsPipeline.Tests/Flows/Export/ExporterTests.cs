using System.Text.Json;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Validate;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>The flow against the sandbox, over HTTP and a real bare repository.</summary>
public sealed class ExporterTests : ExportStory
{
    [Fact]
    public async Task Every_page_with_properties_becomes_a_document_that_keeps_its_kinds_promise()
    {
        var report = await Export();

        report.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        report.Count(ExportStatus.Exported).ShouldBeGreaterThan(5);
        var documents = DocumentSet.Load(await Files("confluence-export", "content"));
        documents.Diagnostics.ShouldBeEmpty();
        documents.Documents.Count.ShouldBe(report.Count(ExportStatus.Exported));
        foreach (var document in documents.Documents)
        {
            Checkout.Kinds.TryGet(document.Kind, out var kind).ShouldBeTrue(document.Path);
            kind!.Schema.Validate(document.FrontMatter.Json).Select(fault => $"{document.Path}: {fault}").ShouldBeEmpty();
            document.Path.ShouldStartWith($"content/{kind.Section}/");
        }
    }

    [Fact]
    public async Task A_second_run_writes_nothing_before_and_after_the_merge()
    {
        var first = await Export();
        (await Export()).ShouldSatisfyAllConditions(
            second => second.Commit.ShouldBeNull(), second => second.PullRequest.ShouldBe(first.PullRequest));
        log.Writes.ShouldBe(0);

        await Merge(first.PullRequest!.Value);
        (await Export()).ShouldSatisfyAllConditions(
            third => third.Commit.ShouldBeNull(), third => third.Count(ExportStatus.Exported).ShouldBe(0));
        log.Writes.ShouldBe(0);
    }

    [Fact]
    public async Task An_edit_of_one_page_changes_one_document_in_the_same_pull_request()
    {
        var page = await Create("Where to send questions", "where-to-send-questions", "<p>Ask.</p><p>Wait.</p>");
        var first = await Export();
        var before = await Files("confluence-export", "content");
        await Edit(page, "Wait.", "Wait two days.");

        var second = await Export();

        second.PullRequest.ShouldBe(first.PullRequest);
        second.Pages
            .Where(changed => changed.Status == ExportStatus.Exported)
            .ShouldHaveSingleItem().Path
            .ShouldBe("content/faq/where-to-send-questions.md");
        var after = await Files("confluence-export", "content");
        after
            .Where(file => !before.Any(old => old.Path == file.Path && old.Bytes.Span.SequenceEqual(file.Bytes.Span)))
            .ShouldHaveSingleItem().Path
            .ShouldBe("content/faq/where-to-send-questions.md");
        (await Text("confluence-export", "content/faq/where-to-send-questions.md")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("\n  version: 2\n"), text => text.ShouldEndWith("\n---\nAsk.\n\nWait two days.\n"));
    }

    [Fact]
    public async Task Links_between_pages_become_links_between_files_in_both_directions()
    {
        await Create(
            "Left", "left-page", "<p><ac:link><ri:page ri:content-title=\"Right\" /><ac:link-body>there</ac:link-body></ac:link></p>");
        await Export();
        await Create(
            "Right",
            "right-page",
            "<p><ac:link><ri:page ri:content-title=\"Left\" /><ac:link-body>back</ac:link-body></ac:link></p>",
            "release-notes");

        await Export();

        (await Text("confluence-export", "content/faq/left.md")).ShouldContain("../controlled/right.md");
        (await Text("confluence-export", "content/controlled/right.md")).ShouldContain("../faq/left.md");
    }

    [Fact]
    public async Task Anchors_of_links_between_pages_find_their_headings()
    {
        await Create(
            "Left",
            "left-page",
            "<p><ac:link ac:anchor=\"What to send\"><ri:page ri:content-title=\"Right\" "
                + "/><ac:link-body>there</ac:link-body></ac:link></p><h2>Way back</h2><p>Text.</p>");
        await Create(
            "Right",
            "right-page",
            "<h2>What to send</h2><p><ac:link ac:anchor=\"Way back\"><ri:page ri:content-title=\"Left\" "
                + "/><ac:link-body>back</ac:link-body></ac:link></p>",
            "release-notes");

        await Export();

        var found =
            Validator.Check(
                new ContentSnapshot([.. await Files("confluence-export", "content"), .. await Files("main", "schemas")]),
                TimeProvider.System,
                default);
        found.Diagnostics
            .Where(diagnostic => diagnostic.Path is "content/faq/left.md" or "content/controlled/right.md"
                && diagnostic.Code.Id.StartsWith("DOC02", StringComparison.Ordinal))
            .ShouldBeEmpty();
        (await Text("confluence-export", "content/faq/left.md")).ShouldContain("(../controlled/right.md#");
        (await Text("confluence-export", "content/controlled/right.md")).ShouldContain("(../faq/left.md#");
    }

    [Fact]
    public async Task Files_of_a_page_lie_in_a_folder_beside_its_document()
    {
        var page = await Create("With file", "with-file", "<p>Text.</p>");
        await writer.UploadAsync(page.Id, "AS2 Flow.png", new byte[] { 137, 80, 78, 71 }, "image/png", "", default);
        await Edit(
            page,
            "<p>Text.</p>",
            "<p><ac:image><ri:attachment ri:filename=\"AS2 Flow.png\" /></ac:image></p><p><ac:image><ri:attachment "
                + "ri:filename=\"virus.exe\" /></ac:image></p>");

        var report = await Export();

        (await Files("confluence-export", "content/faq/with-file"))
            .ShouldHaveSingleItem().Path
            .ShouldBe("content/faq/with-file/AS2-Flow.png");
        (await Text("confluence-export", "content/faq/with-file.md")).ShouldContain("with-file/AS2-Flow.png");
        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0557");
    }

    [Fact]
    public async Task The_report_is_written_as_json()
    {
        await Export();

        using var json =
            JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(sandbox.StateDirectory, "report", "export-report.json")));
        json.RootElement.GetProperty("totals").GetProperty("exported").GetInt32().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("pages")[0].GetProperty("status").GetString().ShouldNotBeNullOrEmpty();
    }
}
