namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A pull request between two branches of one repository.</summary>
internal sealed record Pull(
    long Id, Issue Issue, string HeadRef, string HeadSha, string BaseRef, string BaseSha, bool IsDraft, string? MergedAt, long? MergedBy,
    string? MergeSha, long Pusher)
{
    public int Number => Issue.Number;

    public bool IsOpen => Issue.IsOpen;

    public bool IsMerged => MergedAt is not null;
}
