using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Spaces by key, and who the caller is.</summary>
internal static class SpaceRoutes
{
    public static void MapSpaces(this ApiRoutes routes, Library library)
    {
        routes.Get("space", call =>
        {
            var keys = call.List("spaceKey");
            return Paging.Slice(
                call, [.. library.Spaces.All().Where(space => keys.Count == 0 || keys.Contains(space.Key))],
                space => Shape(call, library, space));
        });
        routes.Get("space/{key}", call => Json.Answer(Shape(
            call, library,
            library.Spaces.FindByKey(call.Route("key")) ?? throw Refusal.NotFound($"No space with key : {call.Route("key")}"))));
        routes.Get("user/current", call => Json.Answer(V1Shapes.Person(call.Account, call.Flavour)));
        routes.Get("user", call =>
        {
            var account = Accounts.All.FirstOrDefault(account =>
                account.Id == call.Query("accountId")
                || account.Login == call.Query("username")
                || (call.Flavour == Flavour.DataCenter && V1Shapes.KeyOf(account) == call.Query("key")));
            return Json.Answer(V1Shapes.Person(account ?? throw Refusal.NotFound("No user found"), call.Flavour));
        });
    }

    private static JsonObject Shape(Call call, Library library, Space space) => V1Shapes.Of(
        space, call.Base,
        new Expansion(call.Query("expand")).Has("homepage")
            && space.HomepageId is { } home
            && library.Pages.Find(home, false) is { } page
            && library.Restrictions.MayRead(page, call.Account)
            ? ContentShape.Of(call, library, page, Expansion.None)
            : null);
}
