using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Folders: nodes of the tree without a body. There is no route that lists them.</summary>
internal static class FolderRoutes
{
    public static void MapFolders(this ApiRoutes routes, Library library)
    {
        routes.Get("folders/{id}", call => Json.Answer(Shape(call, Get(call, library), library)));
        routes.Delete("folders/{id}", call =>
        {
            library.Writer.Trash(Get(call, library));
            return Results.NoContent();
        });
        routes.Post("folders", async call =>
        {
            var fields = await call.BodyAsync();
            var (spaceId, title, parentId) = (fields.Id("spaceId"), fields.Text("title"), fields.OptionalId("parentId"));
            fields.End();
            return Json.Answer(Shape(call, library.Writer.Create("folder", spaceId, parentId, title, "", call.Account), library));
        });
        routes.Get("folders/{id}/operations", call =>
        {
            Get(call, library);
            string[] allowed = ["read", "update", "delete"];
            return Json.Answer(new JsonObject
            {
                ["operations"] = Json.Array(allowed, operation => new JsonObject { ["operation"] = operation, ["targetType"] = "folder" }),
            });
        });
    }

    private static Page Get(Call call, Library library) =>
        library.Pages.Find(call.Id(), false) is { IsFolder: true, Status: "current" } folder && library.Restrictions.MayRead(folder, call.Account)
            ? folder
            : throw Refusal.NotFound();

    private static JsonObject Shape(Call call, Page folder, Library library) => Json.Object(
        ("id", folder.Id),
        ("type", "folder"),
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
