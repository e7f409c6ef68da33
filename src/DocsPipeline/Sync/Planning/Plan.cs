using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Sync.Planning;

public enum ChangeAction
{
    /// <summary>Live as git wants it.</summary>
    Unchanged,

    Create,

    Update,

    /// <summary>Live as git wants it, but the ledger does not know: a run ended before it could write its receipt.</summary>
    Record,

    /// <summary>Withdraw from partners; nothing is ever deleted.</summary>
    Archive,
}

/// <summary>
/// One step of a plan. <see cref="Live"/> is the community's document as the plan saw it: its etag is what an update is bound to.
/// </summary>
public sealed record Change(ChangeAction Action, string Community, string ExternalId, string Title, string Reason)
{
    public DesiredPublication? Desired { get; init; }

    public GridDocument? Live { get; init; }

    /// <summary>External ids of live documents that this one takes the place of.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];
}

/// <summary>What a plan was made against; when any of it has moved, the plan is stale and nothing of it is applied.</summary>
public sealed record PlanBinding(string Commit, string? LedgerHead, string Inventory, string Rules)
{
    public override string ToString() => $"{Commit}/{LedgerHead ?? "-"}/{Inventory}/{Rules}";
}

/// <summary>What Publish would do, in the order it would do it: create, update, then archive. With a refusal it does none of it.</summary>
public sealed record Plan(PlanBinding Binding, IReadOnlyList<Change> Changes, IReadOnlyList<Diagnostic> Refusals)
{
    /// <summary>What becomes of the Confluence pages that the documents came from.</summary>
    public WriteBackPlan Pages { get; init; } = WriteBackPlan.Empty;

    public IEnumerable<Change> Pending => Changes.Where(change => change.Action != ChangeAction.Unchanged);

    public bool IsEmpty => !Pending.Any() && Pages.Edits.Count == 0;
}
