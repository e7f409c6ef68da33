namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>A space: the only thing that v2 addresses by number and people by key.</summary>
internal sealed record Space(string Id, string Key, string Name, string Description, string? HomepageId, string AuthorId, string CreatedAt);
