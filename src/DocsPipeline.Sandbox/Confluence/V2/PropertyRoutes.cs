using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Content properties, the same for pages, folders and the like, attachments and comments.</summary>
internal static class PropertyRoutes
{
    private static readonly string[] Owners = ["pages", .. FolderRoutes.Kinds, "attachments", "comments"];

    public static void MapProperties(this ApiRoutes routes, Library library)
    {
        foreach (var owner in Owners)
        {
            var one = $"{owner}/{{id}}/properties/{{property}}";
            routes.Get($"{owner}/{{id}}/properties", call => List(call, library, Owner(call, library, owner)));
            routes.Get(one, call => Json.Answer(V2Shapes.Of(library.Properties.Get(Owner(call, library, owner), call.Id("property")))));
            routes.Post($"{owner}/{{id}}/properties", call => CreateAsync(call, library, Owner(call, library, owner, true)));
            routes.Put(one, call => UpdateAsync(call, library, Owner(call, library, owner, true)));
            routes.Delete(one, call =>
            {
                library.Properties.Delete(library.Properties.Get(Owner(call, library, owner, true), call.Id("property")));
                return Results.NoContent();
            });
        }
    }

    // The owner's id, once it is sure that the caller may read it, or change it.
    private static string Owner(Call call, Library library, string kind, bool change = false)
    {
        var id = call.Route("id");
        var pageId = kind switch
        {
            "attachments" => library.ReadableAttachment(call.Route("id"), call.Account).PageId,
            "comments" => (library.Comments.Find(id, "footer") ?? library.Comments.Get(id, "inline")).PageId,
            "folders" or "whiteboards" or "databases" =>
                library.Pages.Find(id, false) is { IsPage: false } ? null : throw Refusal.NotFound(),
            _ => call.Id(),
        };
        if (pageId is not null)
        {
            _ = change ? library.Changeable(pageId, call.Account) : library.Readable(pageId, call.Account, false);
        }

        return id;
    }

    private static IResult List(Call call, Library library, string owner)
    {
        var key = call.Query("key");
        var sort = call.Choice("sort", "key", "-key");
        var properties = library.Properties.Of(owner).Where(property => key is null || property.Key == key);
        properties = sort switch
        {
            "key" => properties.OrderBy(property => property.Key, StringComparer.Ordinal),
            "-key" => properties.OrderByDescending(property => property.Key, StringComparer.Ordinal),
            _ => properties,
        };
        return Listing.Slice(call, [.. properties], property => property.Id, V2Shapes.Of);
    }

    private static async Task<IResult> CreateAsync(Call call, Library library, string owner)
    {
        var fields = await call.BodyAsync();
        var (key, value) = (fields.Text("key"), fields.Any("value"));
        fields.End();
        return Json.Answer(V2Shapes.Of(library.Properties.Create(owner, key, value.GetRawText(), call.Account)));
    }

    private static async Task<IResult> UpdateAsync(Call call, Library library, string owner)
    {
        var fields = await call.BodyAsync();
        var (key, value, version) = (fields.Text("key"), fields.Any("value"), fields.Object("version"));
        var (number, message) = (version.Number("number"), version.OptionalText("message") ?? "");
        version.End();
        fields.End();
        var property = library.Properties.Get(owner, call.Id("property"));
        return Json.Answer(V2Shapes.Of(library.Properties.Update(property, key, value.GetRawText(), number, message, call.Account)));
    }
}
