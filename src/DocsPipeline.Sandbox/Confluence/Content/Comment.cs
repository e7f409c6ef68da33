namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>A footer or inline comment, or a reply to one. An inline comment points at its marker in the page's body.</summary>
internal sealed record Comment
{
    public required string Id { get; init; }

    /// <summary>footer or inline.</summary>
    public required string Kind { get; init; }

    public required string PageId { get; init; }

    public string? ParentId { get; init; }

    public required string Status { get; init; }

    public required string AuthorId { get; init; }

    public required string CreatedAt { get; init; }

    public required Version Version { get; init; }

    public required string Body { get; init; }

    public string? MarkerRef { get; init; }

    public string? Selection { get; init; }

    /// <summary>open, reopened or resolved; dangling is found out when the comment is read.</summary>
    public string? Resolution { get; init; }

    public string? ResolverId { get; init; }

    public string? ResolvedAt { get; init; }

    public bool IsInline => Kind == "inline";
}
