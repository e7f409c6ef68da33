namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// A page with its storage-format body (empty where only metadata was asked for). Ids are opaque: they exceed 53 bits. A parent may be a
/// page, folder, whiteboard or database. <see cref="Url"/> is where people read it.
/// </summary>
public sealed record ConfluencePage(
    string Id,
    string SpaceId,
    string Title,
    string Status,
    string? ParentId,
    string? ParentType,
    int? Position,
    int Version,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    string? AuthorId,
    string Body,
    Uri Url);

/// <summary>A space; pages without a parent hang below its home page.</summary>
public sealed record ConfluenceSpace(string Id, string Key, string Name, string? HomepageId);

/// <summary>
/// What a page, or something above it, lies below; the type is <c>page</c>, <c>folder</c>, <c>whiteboard</c> or <c>database</c>.
/// </summary>
public sealed record ConfluenceAncestor(string Id, string Type);

/// <summary>A folder, which has children but no body.</summary>
public sealed record ConfluenceFolder(string Id, string Title, string? ParentId);

/// <summary>A new page. Without a parent it hangs below the home page of its space.</summary>
public sealed record NewPage(ConfluenceSpace Space, string Title, string Body, string? ParentId = null);

/// <summary>A page as it shall be: the version that was read and the body that follows it.</summary>
public sealed record PageChange(ConfluencePage Base, string Title, string Body, string Message);
