namespace DocsPipeline.Sandbox.Confluence.Seeding;

/// <summary><c>space.json</c> of the seed; <c>Seed/README.md</c> describes it.</summary>
internal sealed record SeedSpace(string Id, string Key, string Name, string Description);
