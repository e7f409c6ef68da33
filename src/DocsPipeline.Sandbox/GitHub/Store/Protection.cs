namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>The rule of a protected branch. Without <see cref="RequiresPulls"/> it only forbids force pushes and deletion.</summary>
internal sealed record Protection(
    string Branch, int Approvals, bool CodeOwners, bool DismissStale, bool LastPush, bool Admins, IReadOnlyList<string>? Checks)
{
    public bool RequiresPulls => Approvals >= 0;
}
