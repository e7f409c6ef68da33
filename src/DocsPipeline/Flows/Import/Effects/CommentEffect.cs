using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>
/// A comment below the Confluence page of the document that partners spoke about. Its last line names the thing, so that it is found again.
/// </summary>
public sealed class CommentEffect(ConfluenceClient confluence, ImportTemplates templates, DocumentSet documents) : IImportEffect
{
    public async Task<EffectOutcome> ApplyAsync(
        ImportItem item, ImportRule rule, ImportRecord record, bool mayExist, CancellationToken cancellation)
    {
        // An addendum `{id}--{partner}` belongs to its document's page.
        var id = item.Document?.Split("--")[0];
        if (id is null || !documents.ById.TryGetValue(id, out var document) || document.Confluence is not { } source
            || await ImportedPages.FindAsync(confluence, source.Page, cancellation) is not { } page)
        {
            return new EffectOutcome(record, null, Catalogue.Import.DocumentIsUnknown.At(
                item.Name,
                SourceSpan.Start,
                $"{item.Reference.Kind.Word()} is about `{item.Document}`, which has no Confluence page in git"));
        }

        if (record.Page is not null)
        {
            return new EffectOutcome(record, page.Url);
        }

        var reference = $"Reference: {item.Reference.Id}";
        if (!mayExist || !(await confluence.ListFooterCommentsAsync(page.Id, cancellation)).Any(Names))
        {
            var text = $"{templates.RenderFile(rule.Template!, item.Model).Trim()}\n\n{reference}\n";
            await confluence.AddFooterCommentAsync(page.Id, ImportedPages.Storage(text), cancellation);
        }

        return new EffectOutcome(record with { Page = page.Id }, page.Url);

        bool Names(ConfluenceComment comment) => comment.Body.Contains($"{reference}<", StringComparison.Ordinal);
    }
}
