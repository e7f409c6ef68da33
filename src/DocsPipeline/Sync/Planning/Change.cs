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

/// <summary>Why a change is what it is.</summary>
public enum ChangeReason
{
    LiveAsWanted,
    New,
    MissingInCommunity,
    BelongsToAnother,
    ReceiptIsMissing,
    ChangedInCommunity,
    ContentOrReaders,
    WasWithdrawn,
    WasSuperseded,
    DraftWasNotPublished,
    NoLongerInGit,
}

/// <summary>
/// One step of a plan for one document in one community. <see cref="Live"/> is the community's document as the plan saw it: its etag is
/// what an update is bound to.
/// </summary>
public sealed record Change(ChangeAction Action, string Community, string ExternalId, string Title, ChangeReason Reason)
{
    public DesiredPublication? Desired { get; init; }

    public GridDocument? Live { get; init; }

    /// <summary>External ids of live documents that this one takes the place of; their receipts say so afterwards.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];
}

public static class ChangeReasonWords
{
    public static string Words(this ChangeReason reason) => reason switch
    {
        ChangeReason.LiveAsWanted => "live as git wants it",
        ChangeReason.New => "new",
        ChangeReason.MissingInCommunity => "the community no longer has it",
        ChangeReason.BelongsToAnother => "belongs to somebody else",
        ChangeReason.ReceiptIsMissing => "published before, receipt missing",
        ChangeReason.ChangedInCommunity => "changed in the community",
        ChangeReason.ContentOrReaders => "content or readers changed",
        ChangeReason.WasWithdrawn => "was withdrawn, comes back",
        ChangeReason.WasSuperseded => "was superseded, comes back",
        ChangeReason.DraftWasNotPublished => "draft was never published",
        ChangeReason.NoLongerInGit => "no longer published from git",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "a reason without words"),
    };
}
