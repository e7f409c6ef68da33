using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
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
            if (CqlSearch.IsForAttachments(Query(call)))
            {
                var files = Search(library)
                    .RunForAttachments(Query(call))
                    .Where(file => library.Restrictions.MayRead(library.Pages.Find(file.PageId, false)!, call.Account))
                    .ToList();
                return Paging.Slice(
                    call, files,
                    file => AttachmentShape.Of(call, file, expand.Has("container") ? library.Pages.Find(file.PageId, false) : null));
            }

            return Paging.Slice(call, Found(call, library), page => ContentShape.Of(call, library, page, expand));
        });
        routes.Get("search", call =>
        {
            var found = Found(call, library);
            var about = new JsonObject { ["totalSize"] = found.Count, ["cqlQuery"] = call.Query("cql"), ["searchDuration"] = 1 };
            return Paging.Slice(call, found, page => Result(call, library, page), about);
        });
    }

    private static JsonObject Result(Call call, Library library, Page page) => new()
    {
        ["content"] = ContentShape.Of(call, library, page, Expansion.None),
        ["title"] = page.Title,
        ["excerpt"] = "",
        ["url"] = PageLinks.Web(page, library.Spaces.Get(page.SpaceId)),
        ["breadcrumbs"] = new JsonArray(),
        ["entityType"] = "content",
        ["iconCssClass"] = "aui-icon content-type-page",
        ["lastModified"] = page.ModifiedAt,
    };

    private static IReadOnlyList<Page> Found(Call call, Library library) =>
        library.Restrictions.Readable(Search(library).Run(Query(call)), call.Account);

    private static CqlSearch Search(Library library) => new(library, library.State.Clock);

    private static CqlQuery Query(Call call) => CqlParser.Parse(call.Query("cql") ?? throw Refusal.Bad("cql query parameter is required"));
}
