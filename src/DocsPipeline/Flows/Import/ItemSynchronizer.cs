using DocsPipeline.Flows.Import.Effects;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import;

/// <summary>Brings one thing to where it belongs: Confluence, then GitHub, then the references back to the community.</summary>
internal sealed class ItemSynchronizer(
    ITradingGrid grid, string repository, IssueWriter issues, IReadOnlyDictionary<ImportEffect, IImportEffect> effects)
{
    /// <summary><paramref name="mayExist"/>: an earlier run claimed it and may have died before it could write down what it made.</summary>
    public async Task<(ImportRecord Record, ImportedItem Result)> SynchronizeAsync(
        string community, ImportItem item, ImportRule rule, ImportRecord record, bool mayExist, CancellationToken cancellation)
    {
        var result = new ImportedItem(item.Reference, item.Events, item.Title, ImportStatus.Unchanged);
        if (record.Version >= item.Version)
        {
            return (record, result);
        }

        var effect = await effects[rule.Effect].ApplyAsync(item, rule, record, mayExist, cancellation);
        var current = effect.Record;
        Issue? issue = null;
        if (rule.Issue is { } issueRule)
        {
            (issue, current) = await issues.WriteAsync(item, issueRule, current, mayExist, cancellation);
        }

        var version = item.Version;
        foreach (var counterpart in Counterparts(issue, effect.Page, current.Page))
        {
            version = await grid.PutReferenceAsync(community, item.Reference, counterpart, cancellation) ?? version;
        }

        return (current with { Version = version }, result with
        {
            Status = record.Version == 0 ? ImportStatus.Imported : ImportStatus.Updated,
            Issue = issue?.Url,
            Page = effect.Page,
            Document = item.Document,
            Diagnostics = effect.Diagnostic is { } diagnostic ? [diagnostic] : [],
        });
    }

    private IEnumerable<ExternalRef> Counterparts(Issue? issue, Uri? page, string? pageId)
    {
        if (issue is not null)
        {
            yield return new ExternalRef("github", $"{repository}#{issue.Number}", issue.Url);
        }

        if (page is not null && pageId is not null)
        {
            yield return new ExternalRef("confluence", pageId, page);
        }
    }
}
