namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// A comment in storage format. An inline one has the <see cref="Marker"/> that stands as <c>ac:ref</c> in the page's body, the text it was
/// put on, and is <c>open</c>, <c>reopened</c>, <c>resolved</c> or <c>dangling</c>.
/// </summary>
public sealed record ConfluenceComment(
    string Id,
    string PageId,
    string Body,
    string? AuthorId,
    DateTimeOffset? CreatedAt,
    string? Resolution = null,
    string? Marker = null,
    string? Selection = null);
