using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export;

/// <summary>
/// Documents whose page is not in its space any more. A deleted page proposes an end date for the document; a page that is only somewhere else is reported. A space that
/// gives no page at all proves nothing.
/// </summary>
internal sealed class RetiredDocuments(RepositoryStart start, ConfluenceClient confluence, TimeProvider clock)
{
    public async Task<IReadOnlyList<PageOutcome>> FindAsync(IReadOnlyList<SpaceContent> spaces, CancellationToken cancellation)
    {
        var listed = spaces.SelectMany(space => space.Pages).Select(page => page.Id).ToHashSet();
        var read = spaces.Where(space => space.Pages.Count > 0).ToDictionary(space => space.Space.Key);
        var outcomes = new List<PageOutcome>();
        foreach (var document in start.Documents.Documents)
        {
            if (document.Confluence is { } source && !listed.Contains(source.Page) && read.TryGetValue(source.Space, out var space))
            {
                outcomes.Add(Judge(document, space, await confluence.FindPageAsync(source.Page, cancellation)));
            }
        }

        return outcomes;
    }

    private PageOutcome Judge(Document document, SpaceContent space, ConfluencePage? page)
    {
        var source = document.Confluence!;
        var report = new ExportedPage(source.Space, source.Page, document.Title, page?.Url ?? space.Pages[0].Url, ExportStatus.Skipped, "") { Id = document.Id.Value, Path = document.Path };
        var span = document.FrontMatter.SpanOf("confluence.page");
        if (page is { Status: "current" })
        {
            return new PageOutcome(report with { Reason = "the page is in another space now" }, [], [Catalogue.Export.PageIsGone.At(document.Path, span, "the page of this document is in another space now")]);
        }

        if (document.FrontMatter.Text("expires") is { } end)
        {
            return new PageOutcome(report with { Status = ExportStatus.Unchanged, Reason = $"the page is gone; the document expires on {end}" }, [], []);
        }

        var schema = start.Kinds.TryGet(document.Kind, out var kind) ? kind.Json : [];
        var today = new YamlScalar(clock.GetUtcNow().ToString("yyyy-MM-dd"), true, SourceSpan.Start);
        var text = FrontMatterEdit.Apply(document, new Dictionary<string, YamlNode?> { ["expires"] = today }, schema);
        return new PageOutcome(
            report with { Status = ExportStatus.Exported, Reason = $"the page is gone: proposed to expire on {today.Text}" },
            [TreeChange.Put(document.Path, Encoding.UTF8.GetBytes(text))],
            [Catalogue.Export.PageIsGone.At(document.Path, span, "the page of this document is gone")]);
    }
}
