using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using Microsoft.AspNetCore.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>
/// JSON values on a space. Their shape differs from that of content properties: who and when stand beside the version too.
/// </summary>
internal static class SpacePropertyRoutes
{
    public static void MapSpaceProperties(this ApiRoutes routes, Library library)
    {
        const string Many = "spaces/{id}/properties";
        const string One = $"{Many}/{{property}}";
        routes.Get(Many, call =>
        {
            var key = call.Query("key");
            return Listing.Slice(
                call, [.. library.Properties.Of(Owner(call, library)).Where(property => key is null || property.Key == key)],
                property => property.Id, Shape);
        });
        routes.Get(One, call => Json.Answer(Shape(library.Properties.Get(Owner(call, library), call.Id("property")))));
        routes.Post(Many, async call =>
        {
            var fields = await call.BodyAsync();
            var (key, value) = (fields.Text("key"), fields.Any("value"));
            fields.End();
            return Json.Answer(
                Shape(library.Properties.Create(Owner(call, library), key, value.GetRawText(), call.Account)),
                StatusCodes.Status201Created);
        });
        routes.Put(One, async call =>
        {
            var fields = await call.BodyAsync();
            var (key, value, version) = (fields.Text("key"), fields.Any("value"), fields.Object("version"));
            var (number, message) = (version.Number("number"), version.OptionalText("message") ?? "");
            version.End();
            fields.End();
            return Json.Answer(
                Shape(
                    library.Properties.Update(
                        library.Properties.Get(Owner(call, library), call.Id("property")), key, value.GetRawText(), number, message,
                        call.Account)));
        });
        routes.Delete(One, call =>
        {
            library.Properties.Delete(library.Properties.Get(Owner(call, library), call.Id("property")));
            return Results.NoContent();
        });
    }

    // Spaces and pages count their ids apart.
    private static string Owner(Call call, Library library) => $"space {library.Spaces.Get(call.Id()).Id}";

    private static JsonObject Shape(Property property) => new()
    {
        ["id"] = property.Id,
        ["key"] = property.Key,
        ["value"] = JsonNode.Parse(property.Value),
        ["createdAt"] = property.Version.CreatedAt,
        ["createdBy"] = property.Version.AuthorId,
        ["version"] = new JsonObject
        {
            ["createdAt"] = property.Version.CreatedAt, ["createdBy"] = property.Version.AuthorId, ["message"] = property.Version.Message,
            ["number"] = property.Version.Number,
        },
    };
}
