using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Content properties by key, as Data Center has them.</summary>
internal static class PropertyRoutes
{
    public static void MapProperties(this ApiRoutes routes, Library library)
    {
        routes.Get(
            "content/{id}/property",
            call => Paging.Slice(call, library.Properties.Of(V1Shapes.Page(call, library).Id), MetadataShape.Property, 10));
        routes.Get(
            "content/{id}/property/{key}", call => Json.Answer(MetadataShape.Property(Find(call, library, V1Shapes.Page(call, library)))));
        routes.Post("content/{id}/property", call => CreateAsync(call, library, null));
        routes.Post("content/{id}/property/{key}", call => CreateAsync(call, library, call.Route("key")));
        routes.Put("content/{id}/property/{key}", call => UpdateAsync(call, library));
        routes.Delete("content/{id}/property/{key}", call =>
        {
            library.Properties.Delete(Find(call, library, V1Shapes.Changeable(call, library)));
            return Results.NoContent();
        });
    }

    private static Property Find(Call call, Library library, Page page) =>
        library.Properties.FindByKey(page.Id, call.Route("key"))
            ?? throw Refusal.NotFound($"No property found with key: {call.Route("key")}");

    private static async Task<IResult> CreateAsync(Call call, Library library, string? key)
    {
        var page = V1Shapes.Changeable(call, library);
        var fields = (await call.BodyAsync()).Ignore("key", "version");
        var property = library.Properties.Create(page.Id, key ?? fields.Text("key"), fields.Any("value").GetRawText(), call.Account);
        fields.End();
        return Json.Answer(MetadataShape.Property(property));
    }

    private static async Task<IResult> UpdateAsync(Call call, Library library)
    {
        var page = V1Shapes.Changeable(call, library);
        var fields = (await call.BodyAsync()).Ignore("id", "key");
        var version = fields.Object("version").Ignore("minorEdit", "message", "when", "by");
        var (value, number) = (fields.Any("value").GetRawText(), version.Number("number"));
        version.End();
        fields.End();
        var old = library.Properties.FindByKey(page.Id, call.Route("key"));
        return Json.Answer(MetadataShape.Property(old is null
            ? library.Properties.Create(page.Id, call.Route("key"), value, call.Account)
            : library.Properties.Update(old, old.Key, value, number, "", call.Account)));
    }
}
