using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Moving a page in the tree and putting pages away.</summary>
internal static class ArrangeRoutes
{
    public static void MapArrangement(this ApiRoutes routes, Library library)
    {
        routes.Put("content/{id}/move/{position}/{target}", call =>
        {
            var position = call.Route("position") is "append" or "before" or "after"
                ? call.Route("position")
                : throw Refusal.Bad("The position must be before, after or append");
            var page = V1Shapes.Changeable(call, library);
            library.Tree.Move(page, position, V1Shapes.Page(call, library, "target"));
            return Task.FromResult(Json.Answer(new JsonObject { ["pageId"] = page.Id }));
        });
        routes.Post("content/archive", async call =>
        {
            var fields = await call.BodyAsync();
            var pages = fields.Items("pages").Select(item => library.Changeable(Id(item), call.Account)).ToList();
            fields.End();
            foreach (var page in pages)
            {
                library.Writer.Archive(page);
            }

            var task = library.State.NextId();
            return Json.Answer(
                new JsonObject { ["id"] = task, ["links"] = new JsonObject { ["status"] = $"/rest/api/longtask/{task}" } },
                StatusCodes.Status202Accepted);
        });
    }

    private static string Id(System.Text.Json.JsonElement item)
    {
        var fields = new Fields(item, "pages");
        var id = fields.Any("id").ToString();
        fields.End();
        return id;
    }
}
