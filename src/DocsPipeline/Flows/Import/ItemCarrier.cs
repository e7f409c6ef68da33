using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import.Effects;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import;

/// <summary>One thing all the way: Confluence, then GitHub, then the references back to the community.</summary>
internal sealed class ItemCarrier(IssueWriter issues, IReadOnlyDictionary<ImportEffect, IImportEffect> effects)
{
    public async Task<(ImportRecord Record, (ImportedItem Item, IReadOnlyList<Diagnostic> Diagnostics) Result)> CarryAsync(
        PartnerItem item, ImportRule rule, ImportRecord record, bool mayExist, string repository, CancellationToken cancellation)
    {
        var title = (string?)item.Model["number"] ?? item.Id;
        if (record.Version >= item.Version)
        {
            return (record, (new ImportedItem(item.Events, item.Type, item.Id, title, ImportStatus.Unchanged, null, null, "known already"), []));
        }

        var isNew = record.Version == 0;
        var effect = await effects[rule.Effect].ApplyAsync(item, rule, record, mayExist, cancellation);
        var current = effect.Record;
        Issue? issue = null;
        if (rule.Issue is { } issueRule)
        {
            (issue, current) = await issues.WriteAsync(item, issueRule, current, mayExist, cancellation);
        }

        current = current with { Version = await ReferAsync(item, issue, effect, current, repository, cancellation) };
        var imported = new ImportedItem(
            item.Events, item.Type, item.Id, title, isNew ? ImportStatus.Imported : ImportStatus.Updated, issue?.Url, effect.Page, isNew ? "new" : "the community has news")
        {
            Document = item.Document,
        };
        return (current, (imported, effect.Diagnostic is { } diagnostic ? [diagnostic] : []));
    }

    private static async Task<int> ReferAsync(PartnerItem item, Issue? issue, EffectOutcome effect, ImportRecord record, string repository, CancellationToken cancellation)
    {
        var version = item.Version;
        if (item.Refer is not { } refer)
        {
            return version;
        }

        if (issue is not null)
        {
            version = await refer(new ExternalRef("github", $"{repository}#{issue.Number}", issue.Url), cancellation);
        }

        if (effect.Page is { } page && record.Page is { } id)
        {
            version = await refer(new ExternalRef("confluence", id, page), cancellation);
        }

        return version;
    }
}
