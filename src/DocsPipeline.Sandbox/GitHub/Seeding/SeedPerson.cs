using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Seeding;

/// <summary>A person, or a bot, with the permission that they have on the seeded repository.</summary>
internal sealed record SeedPerson(long Id, string Login, string Name, string Email, string Token, Permission Permission)
{
    public bool IsBot { get; init; }
}
