using DocsPipeline.Sandbox.GitHub.Git;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>A person, a bot or an organization.</summary>
internal sealed record User(long Id, string Login, string Name, string? Email, string Type, bool IsAdmin, string CreatedAt)
{
    public bool IsOrganization => Type == "Organization";

    public GitIdentity At(DateTimeOffset time) => new(Name, Email ?? $"{Id}+{Login}@users.noreply.example", time);
}
