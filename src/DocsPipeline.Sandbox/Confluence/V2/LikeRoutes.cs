using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Likes, of which there are none here: v2 cannot give any.</summary>
internal static class LikeRoutes
{
    public static void MapLikes(this ApiRoutes routes, Library library)
    {
        routes.Get("pages/{id}/likes/count", call =>
        {
            library.Readable(call.Id(), call.Account, false);
            return Json.Answer(new JsonObject { ["count"] = 0 });
        });
        routes.Get("pages/{id}/likes/users", call =>
        {
            library.Readable(call.Id(), call.Account, false);
            return Listing.Answer(call, [], null);
        });
    }
}
