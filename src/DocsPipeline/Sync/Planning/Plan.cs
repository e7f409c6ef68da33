using DocsPipeline.Diagnostics;

namespace DocsPipeline.Sync.Planning;

/// <summary>What a plan was made against; when any of it has moved, the plan is stale and nothing of it is applied.</summary>
public sealed record PlanBinding(string Commit, string? LedgerHead, string Inventory, string Rules);

/// <summary>
/// All that Publish would do, in the order in which it would do it: documents (create, update, then archive), links on cases, pages, the
/// ledger. What is not in a plan is not done, and with a refusal nothing is.
/// </summary>
public sealed record Plan(PlanBinding Binding, IReadOnlyList<Change> Changes, IReadOnlyList<Diagnostic> Refusals)
{
    public IReadOnlyList<CaseLink> Links { get; init; } = [];

    /// <summary>What becomes of the Confluence pages that the documents came from.</summary>
    public WriteBackPlan Pages { get; init; } = WriteBackPlan.Empty;

    /// <summary>The ledger's published commit is another one than this plan's, and becomes this one.</summary>
    public bool MovesPublishedCommit { get; init; }

    /// <summary>What a person should look at and what holds up nothing, that of the pages included.</summary>
    public IReadOnlyList<Diagnostic> Notices { get; init; } = [];

    public IEnumerable<Change> Pending => Changes.Where(change => change.Action != ChangeAction.Unchanged);

    /// <summary>Publish would write nothing, neither to a community nor to a page nor to the ledger.</summary>
    public bool IsEmpty => !Pending.Any() && Links.Count == 0 && Pages is { Edits.Count: 0, Agreeing.Count: 0 } && !MovesPublishedCommit;
}
