using System.Text.Json;

namespace DocsPipeline.Sandbox.Confluence.Seeding;

/// <summary>One entry of <c>pages.json</c>; <c>Seed/README.md</c> describes every field.</summary>
internal sealed record SeedPage
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Type { get; init; } = "page";

    public string? Parent { get; init; }

    public string? File { get; init; }

    public string Status { get; init; } = "current";

    public int? Version { get; init; }

    public IReadOnlyList<SeedVersion> History { get; init; } = [];

    public string Author { get; init; } = "wera-writer";

    public string Message { get; init; } = "";

    public DateTimeOffset Created { get; init; } = new(2025, 2, 3, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<string> Labels { get; init; } = [];

    public IReadOnlyList<SeedAttachment> Attachments { get; init; } = [];

    public SeedRestriction? Restricted { get; init; }

    public string? Draft { get; init; }

    public IReadOnlyList<SeedComment> Comments { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> Properties { get; init; } = new Dictionary<string, JsonElement>();
}
