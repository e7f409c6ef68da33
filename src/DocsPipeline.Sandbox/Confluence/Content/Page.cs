namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>
/// A page, or a folder, whiteboard or database, at one of its versions. <see cref="Body"/> is storage format; null where it was not asked
/// for, empty for all but pages.
/// </summary>
internal sealed record Page
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string SpaceId { get; init; }

    /// <summary>current, archived, trashed, draft (never published); historical for an older version.</summary>
    public required string Status { get; init; }

    public required string Title { get; init; }

    public string? ParentId { get; init; }

    public string? ParentType { get; init; }

    public int Position { get; init; }

    public required string AuthorId { get; init; }

    public string? OwnerId { get; init; }

    public string? LastOwnerId { get; init; }

    public required string CreatedAt { get; init; }

    /// <summary>When the newest version, or the move to the trash or the archive, happened.</summary>
    public string ModifiedAt { get; init; } = "";

    public required Version Version { get; init; }

    public string? Body { get; init; }

    public bool IsPage => Type == "page";
}
