using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>
/// A row at the end of the first table of the document of the rule's kind. The row's first cell names the thing, so that it is found again.
/// </summary>
public sealed class RowEffect(ConfluenceClient confluence, ImportTemplates templates, DocumentSet documents) : IImportEffect
{
    private const int Attempts = 3;

    // How the line below a header row begins.
    private static readonly string[] Delimiters = ["| -", "|-", "| :-"];

    public async Task<EffectOutcome> ApplyAsync(
        ImportItem item, ImportRule rule, ImportRecord record, bool mayExist, CancellationToken cancellation)
    {
        var target = documents.Documents.FirstOrDefault(document => document.Kind == rule.Kind && document.Confluence is not null);
        if (target?.Confluence is not { } source || await ImportedPages.FindAsync(confluence, source.Page, cancellation) is not { } page)
        {
            return new EffectOutcome(record, null, Catalogue.Import.DocumentIsUnknown.At(
                item.Name, SourceSpan.Start, $"no document of kind `{rule.Kind}` has a Confluence page to add a row to"));
        }

        var cells = rule.Row.Select(cell => templates.RenderCell(cell, item.Model)).ToList();
        for (var attempt = 1; !Holds(page, cells[0]); attempt++)
        {
            var read = ImportedPages.Markdown(page);
            var markdown = WithRow(read.Markdown!, cells) ?? throw new PipelineException(
                ExitCode.Errors, Catalogue.Import.TableIsMissing.At(
                    $"page {page.Id}", SourceSpan.Start, $"\"{page.Title}\" has no table that begins with a header row"));
            var body = ImportedPages.Storage(markdown, page.Body, read.Properties);
            var change = new PageChange(page, page.Title, body, $"import:{item.Reference}");
            if (await confluence.UpdatePageAsync(change, cancellation) is { } written)
            {
                return new EffectOutcome(record with { Page = page.Id, PageVersion = written.Version }, page.Url);
            }

            // Somebody saved the page in between: their version is the base of the next attempt.
            page = await confluence.FindPageAsync(page.Id, cancellation) ?? page;
            if (attempt == Attempts)
            {
                throw new PipelineException(ExitCode.PartlyApplied, Catalogue.Import.ImportFailed.At(
                    $"page {page.Id}", SourceSpan.Start, $"\"{page.Title}\" is being edited; run Import again"));
            }
        }

        return new EffectOutcome(record with { Page = page.Id }, page.Url);
    }

    private static bool Holds(ConfluencePage page, string cell) =>
        ImportedPages.Markdown(page).Markdown!.Split('\n').Any(line => line.StartsWith($"| {cell} |", StringComparison.Ordinal));

    private static string? WithRow(string markdown, IReadOnlyList<string> cells)
    {
        var lines = markdown.Split('\n').ToList();
        var rule = lines.FindIndex(line => Delimiters.Any(start => line.StartsWith(start, StringComparison.Ordinal)));
        if (rule < 1)
        {
            return null;
        }

        var end = lines.FindIndex(rule, line => !line.StartsWith('|'));
        lines.Insert(end < 0 ? lines.Count : end, $"| {string.Join(" | ", cells)} |");
        return string.Join('\n', lines);
    }
}
