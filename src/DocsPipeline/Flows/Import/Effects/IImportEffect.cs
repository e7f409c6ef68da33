using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>
/// How an imported thing reaches Confluence. Each effect may be repeated at any point and never overwrites what people wrote.
/// </summary>
public interface IImportEffect
{
    /// <summary>
    /// <paramref name="mayExist"/>: an earlier run claimed the thing and may have died before it could write down what it made.
    /// </summary>
    Task<EffectOutcome> ApplyAsync(ImportItem item, ImportRule rule, ImportRecord record, bool mayExist, CancellationToken cancellation);
}

/// <summary>Where the thing is now; no page where it has none.</summary>
public sealed record EffectOutcome(ImportRecord Record, Uri? Page, Diagnostic? Diagnostic = null);
