namespace DocsPipeline.Documents;

/// <summary>The Confluence page that a document was exported from, and the version of it that the Markdown was last equal to.</summary>
public sealed record ConfluenceSource(string Space, string Page, int Version)
{
    /// <summary>Id of what the page lies below: a page, folder, whiteboard or database; null at the top of its space, and where nobody
    /// wrote it down.</summary>
    public string? Parent { get; init; }

    /// <summary>Place among its siblings, as Confluence counts; null where it does not.</summary>
    public int? Position { get; init; }

    /// <summary>When the newest of the files beside the document was put on the page, in Confluence's clock; null where there are
    /// none.</summary>
    public DateTimeOffset? Files { get; init; }

    /// <summary>The day (<c>2026-11-23</c>) on which Export found the page gone and proposed it as the document's end.</summary>
    public string? Gone { get; init; }
}
