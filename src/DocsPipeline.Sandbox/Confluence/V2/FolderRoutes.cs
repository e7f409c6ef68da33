using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>
/// Folders, whiteboards and databases: nodes of the tree without a body in storage format. There is no route that lists them.
/// </summary>
internal static class FolderRoutes
{
    public static readonly string[] Kinds = ["folders", "whiteboards", "databases"];

    public static void MapFolders(this ApiRoutes routes, Library library)
    {
        foreach (var kind in Kinds)
        {
            var type = kind[..^1];
            routes.Get($"{kind}/{{id}}", call => Json.Answer(Shape(call, Get(call, library, type), library)));
            routes.Delete($"{kind}/{{id}}", call =>
            {
                library.Writer.Trash(Get(call, library, type));
                return Results.NoContent();
            });
            routes.Post(kind, call => CreateAsync(call, library, type));
            routes.Get($"{kind}/{{id}}/operations", call =>
            {
                Get(call, library, type);
                string[] allowed = ["read", "update", "delete"];
                return Json.Answer(new JsonObject
                {
                    ["operations"] = Json.Array(allowed, operation => new JsonObject { ["operation"] = operation, ["targetType"] = type }),
                });
            });
        }
    }

    private static async Task<IResult> CreateAsync(Call call, Library library, string type)
    {
        var fields = await call.BodyAsync();
        var (spaceId, title, parentId) = (fields.Id("spaceId"), fields.Text("title"), fields.OptionalId("parentId"));
        if (type == "whiteboard")
        {
            fields.Ignore("templateKey", "locale");
        }

        fields.End();
        return Json.Answer(Shape(call, library.Writer.Create(type, spaceId, parentId, title, "", call.Account), library));
    }

    private static Page Get(Call call, Library library, string type) =>
        library.Pages.Find(call.Id(), false) is { Status: "current" } folder
            && folder.Type == type
            && library.Restrictions.MayRead(folder, call.Account)
            ? folder
            : throw Refusal.NotFound();

    private static JsonObject Shape(Call call, Page folder, Library library) => Json.Object(
        ("id", folder.Id),
        ("type", folder.Type),
        ("status", folder.Status),
        ("title", folder.Title),
        ("parentId", folder.ParentId),
        ("parentType", folder.ParentType),
        ("position", folder.Position),
        ("authorId", folder.AuthorId),
        ("ownerId", folder.OwnerId),
        ("createdAt", folder.CreatedAt),
        ("version", V2Shapes.Of(folder.Version)),
        ("_links", new JsonObject { ["webui"] = PageLinks.Web(folder, library.Spaces.Get(folder.SpaceId)), ["base"] = call.Base }));
}
