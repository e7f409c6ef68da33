namespace DocsPipeline.Demo.Clients;

/// <summary>A Confluence page as its writer opened it; the body is storage format.</summary>
internal sealed record WrittenPage(string Id, string SpaceId, string? ParentId, string Title, int Version, string Body);
