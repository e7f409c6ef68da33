using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Reading content by v1.</summary>
internal static class ContentRoutes
{
    public static void MapContent(this ApiRoutes routes, Library library)
    {
        routes.Get("content", call => List(call, library));
        routes.Get("content/{id}", call => Read(call, library));
        routes.Get(
            "content/{id}/child/page",
            call =>
                Pages(call, library, library.Tree.Children(V1Shapes.Page(call, library).Id, Bodies(call)).Where(child => child.IsPage)));
        routes.Get("content/{id}/descendant/page", call => Descendants(call, library));
        routes.Get("content/{id}/version", call =>
            Paging.Slice(
                call, library.Pages.Versions(V1Shapes.Page(call, library).Id), version => V1Shapes.Of(version, call.Flavour), 200));
        routes.Get("content/{id}/version/{number}", call =>
        {
            var version = library.Pages
                .Versions(V1Shapes.Page(call, library).Id)
                .FirstOrDefault(each => $"{each.Number}" == call.Route("number"));
            return Json.Answer(V1Shapes.Of(version ?? throw V1Shapes.NoContent(call.Route("id")), call.Flavour));
        });
        routes.Get("content/{id}/history", call =>
            Json.Answer(ContentShape.Of(call, library, V1Shapes.Page(call, library), new Expansion("history"))["history"]!.DeepClone()));
    }

    private static IResult List(Call call, Library library)
    {
        var type = call.Choice("type", "page", "folder", "blogpost") ?? "page";
        var status = call.Choice("status", "current", "trashed", "draft", "archived", "any") ?? "current";
        var space = call.Query("spaceKey") is { } key
            ? library.Spaces.FindByKey(key) ?? throw Refusal.NotFound($"No space with key : {key}")
            : null;
        var pages = library.Pages.List(new PageQuery
        {
            Spaces = space is null ? [] : [space.Id],
            Statuses = status == "any" ? [] : [status],
            Title = call.Query("title"),
            Bodies = Bodies(call),
            Limit = int.MaxValue,
        });
        return Pages(call, library, pages.Where(page => page.Type == type));
    }

    private static IResult Read(Call call, Library library)
    {
        var id = call.Route("id");
        var status = call.Choices("status", "current", "trashed", "draft", "archived", "historical", "any");
        if (id.StartsWith("att", StringComparison.Ordinal))
        {
            return Json.Answer(AttachmentShape.Of(call, library.ReadableAttachment(call.Route("id"), call.Account)));
        }

        var page = status.Contains("trashed") || status.Contains("any")
            ? library.Pages.Find(id) is { } found && library.Restrictions.MayRead(found, call.Account)
                ? found
                : throw V1Shapes.NoContent(id)
            : V1Shapes.Page(call, library);
        if (status.Contains("draft"))
        {
            page = page.Status == "draft" ? page : library.Pages.FindDraft(id) ?? throw V1Shapes.NoContent(id);
        }
        else if (call.Number("version") is { } number)
        {
            page = library.Pages.FindVersion(id, number) ?? throw V1Shapes.NoContent(id);
        }

        return Json.Answer(ContentShape.Of(call, library, page, new Expansion(call.Query("expand") ?? "history,space,version")));
    }

    private static IResult Descendants(Call call, Library library)
    {
        var page = V1Shapes.Page(call, library);
        return call.Flavour == Flavour.DataCenter
            ? throw new Refusal(StatusCodes.Status501NotImplemented, "NOT_IMPLEMENTED", "Not Implemented: page descendants")
            : Pages(call, library, library.Tree.Descendants(page.Id).Select(found => found.Page).Where(found => found.IsPage));
    }

    private static bool Bodies(Call call) => new Expansion(call.Query("expand")).Has("body.storage");

    private static IResult Pages(Call call, Library library, IEnumerable<Page> pages)
    {
        var expand = new Expansion(call.Query("expand"));
        var visible = library.Restrictions.Readable(pages, call.Account);
        return Paging.Slice(call, visible, page => ContentShape.Of(call, library, page, expand));
    }
}
