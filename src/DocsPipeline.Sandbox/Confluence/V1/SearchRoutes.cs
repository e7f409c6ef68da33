using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Cql;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

internal static class SearchRoutes
{
    public static void MapSearch(this ApiRoutes routes, Library library)
    {
        routes.Get("content/search", call =>
        {
            var expand = new Expansion(call.Query("expand"));
            return Paging.Slice(call, Found(call, library), page => ContentShape.Of(call, library, page, expand));
        });
        routes.Get("search", call => Paging.Slice(call, Found(call, library), page => new JsonObject
        {
            ["content"] = ContentShape.Of(call, library, page, Expansion.None),
            ["title"] = page.Title,
            ["excerpt"] = "",
            ["url"] = PageLinks.Web(page, library.Spaces.Get(page.SpaceId)),
            ["entityType"] = "content",
            ["lastModified"] = page.ModifiedAt,
        }));
    }

    private static IReadOnlyList<Page> Found(Call call, Library library)
    {
        var query = CqlParser.Parse(call.Query("cql") ?? throw Refusal.Bad("cql query parameter is required"));
        return [.. library.Search.Run(query).Where(page => library.Restrictions.MayRead(page, call.Account))];
    }
}
