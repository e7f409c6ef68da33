namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>An issue, or what a pull request has in common with one.</summary>
internal sealed record Issue(
    long Id, int Number, bool IsPull, string Title, string? Body, string State, string? StateReason, long User, string CreatedAt,
    string UpdatedAt,
    string? ClosedAt, long? ClosedBy, bool Locked, string? LockReason, long? Milestone)
{
    public bool IsOpen => State == "open";
}
