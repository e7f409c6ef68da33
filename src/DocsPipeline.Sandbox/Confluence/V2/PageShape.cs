using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>A page as v2 shows it.</summary>
internal static class PageShape
{
    public static JsonObject Of(Page page, Space space, string? format) => Json.Object(
        ("id", page.Id),
        ("status", page.Status),
        ("title", page.Title),
        ("spaceId", page.SpaceId),
        ("parentId", page.ParentId),
        ("parentType", page.ParentType),
        ("position", page.Position),
        ("authorId", page.AuthorId),
        ("ownerId", page.OwnerId),
        ("lastOwnerId", page.LastOwnerId),
        ("createdAt", page.CreatedAt),
        ("version", V2Shapes.Of(page.Version)),
        ("body", V2Shapes.Body(format, page.Body)),
        ("_links", PageLinks.Of(page, space)));

    /// <summary>A page by itself: also says what its links are relative to.</summary>
    public static JsonObject Single(Call call, Page page, Space space, string? format)
    {
        var shape = Of(page, space, format);
        shape["_links"]!["base"] = call.Base;
        return shape;
    }
}
