namespace DocsPipeline.Sandbox.Confluence.Seeding;

internal sealed record SeedVersion(string File, string Author = "wera-writer", string Message = "");

internal sealed record SeedAttachment(string File, string? Name = null, string? MediaType = null, string Comment = "");

internal sealed record SeedRestriction
{
    public IReadOnlyList<string> Read { get; init; } = [];

    public IReadOnlyList<string> Update { get; init; } = [];
}

internal sealed record SeedComment
{
    public required string Author { get; init; }

    public required string Body { get; init; }

    public string? Selection { get; init; }

    /// <summary>The <c>ac:ref</c> of the marker in the body; needed with <see cref="Selection"/>.</summary>
    public string? Ref { get; init; }

    public bool Resolved { get; init; }

    public IReadOnlyList<SeedReply> Replies { get; init; } = [];
}

internal sealed record SeedReply(string Author, string Body);
