using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Labels: v1 is the only way to write them.</summary>
internal static class LabelRoutes
{
    public static void MapLabels(this ApiRoutes routes, Library library)
    {
        routes.Get("content/{id}/label", call => List(call, library, V1Shapes.Page(call, library)));
        routes.Post("content/{id}/label", async call =>
        {
            var page = V1Shapes.Changeable(call, library);
            var body = await call.ElementAsync();
            var items = body.ValueKind == JsonValueKind.Array ? body.EnumerateArray().ToList() : [body];
            foreach (var item in items)
            {
                var fields = new Fields(item, "label").Ignore("id", "label");
                library.Labels.Add(page.Id, fields.OptionalText("prefix") ?? "global", fields.Text("name"));
                fields.End();
            }

            return List(call, library, page);
        });
        routes.Delete(
            "content/{id}/label",
            call => Remove(call, library, call.Query("name") ?? throw Refusal.Bad("name query parameter is required")));
        routes.Delete("content/{id}/label/{name}", call => Remove(call, library, call.Route("name")));
    }

    private static IResult List(Call call, Library library, Page page) =>
        Paging.Slice(call, library.Labels.Of(page.Id), MetadataShape.Label, 200);

    private static IResult Remove(Call call, Library library, string name)
    {
        library.Labels.Remove(V1Shapes.Changeable(call, library).Id, name);
        return Results.NoContent();
    }
}
