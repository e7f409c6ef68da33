using System.Globalization;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>
/// Documents whose page is not in its space any more. A deleted or archived page proposes an end date for the document; a page that is only
/// somewhere else is reported. A space that gives no page at all proves nothing.
/// </summary>
internal sealed class RetiredDocuments(
    RepositoryStart start, DeclinedProposals declined, ConfluenceClient confluence, BlobReader reader, BlobWriter writer,
    TimeProvider clock)
{
    public async Task<IReadOnlyList<PageOutcome>> FindAsync(IReadOnlyList<SpaceContent> spaces, CancellationToken cancellation)
    {
        var listed = spaces.SelectMany(space => space.Pages).Select(page => page.Id).ToHashSet();
        var read = spaces.Where(space => space.Pages.Count > 0).ToDictionary(space => space.Space.Key);
        var outcomes = new List<PageOutcome>();
        foreach (var document in start.Documents.ByPage.Values)
        {
            if (!listed.Contains(document.Confluence!.Page) && read.TryGetValue(document.Confluence.Space, out var space))
            {
                outcomes.Add(await JudgeAsync(document, document.Confluence, space, cancellation));
            }
        }

        return outcomes;
    }

    private async Task<PageOutcome> JudgeAsync(
        KnownDocument document, ConfluenceSource source, SpaceContent space, CancellationToken cancellation)
    {
        var url = space.Pages[0].Url;
        if (source.Gone is not null || document.Expires is not null)
        {
            var fate = document.Expires is { } end ? $"expires on {end}" : "stays, as somebody decided";
            return new PageOutcome(Report(document, source, url, ExportStatus.Unchanged, $"the page is gone; the document {fate}"), [], []);
        }

        if (declined.FindRetirement(document) is { } pull)
        {
            var reason = $"the page is gone; its end was declined with pull request {pull}";
            return new PageOutcome(Report(document, source, url, ExportStatus.Declined, reason), [], []);
        }

        var page = await confluence.FindPageAsync(source.Page, cancellation);
        if (page is { Status: "current" })
        {
            var notice = Catalogue.Export.PageIsGone.At(
                document.Path, SourceSpan.Start, "the page of this document is in a space that is not exported",
                help: $"name the space in {PipelineSettings.Path}, or move \"{page.Title}\" back");
            var report = Report(document, source, page.Url, ExportStatus.Skipped, "the page is in another space now");
            return new PageOutcome(report, [], [notice]);
        }

        var how = page?.Status switch
        {
            "archived" => "archived",
            "trashed" => "deleted",
            _ => "gone, or hidden from the pipeline's account",
        };
        return await EndAsync(document, source, page?.Url ?? url, how, cancellation);
    }

    private async Task<PageOutcome> EndAsync(
        KnownDocument document, ConfluenceSource source, Uri url, string how, CancellationToken cancellation)
    {
        var faults = new List<Diagnostic>();
        var text = DocumentReader.Read(await reader.ReadAsync(document.File, cancellation), faults)
            ?? throw new PipelineException(ExitCode.Errors, faults);
        var schema = start.Kinds.TryGet(document.Kind, out var kind) ? kind.Json : [];
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fields = new Dictionary<string, YamlNode?>
        {
            ["expires"] = new YamlScalar(today, true, SourceSpan.Start),
            ["confluence"] = FrontMatterLayout.Of(source with { Gone = today }),
        };
        var edited = FrontMatterEdit.Apply(text, fields, schema);
        return new PageOutcome(
            Report(document, source, url, ExportStatus.Exported, $"the page is {how}: proposed to expire on {today}"),
            [TreeChange.Stored(document.Path, await writer.PutAsync(Encoding.UTF8.GetBytes(edited), cancellation))],
            [Catalogue.Export.PageIsGone.At(
                document.Path, text.FrontMatter.SpanOf("confluence.page"), $"the page of this document is {how}",
                help: "merge the pull request to let the document expire, or restore the page")]);
    }

    private static ExportedPage Report(KnownDocument document, ConfluenceSource source, Uri url, ExportStatus status, string reason) =>
        new(source.Space, source.Page, document.Title, url, status, reason) { Id = document.Id, Path = document.Path };
}
