namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A repository, without its git objects.</summary>
internal sealed record Repository(
    long Id, string Owner, string Name, string? Description, bool IsPrivate, string DefaultBranch, string CreatedAt, string UpdatedAt,
    string PushedAt)
{
    public string FullName => $"{Owner}/{Name}";
}
