using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>
/// The page tree: <c>children</c> knows pages only, <c>direct-children</c> and <c>descendants</c> know folders and the like too.
/// </summary>
internal static class TreeRoutes
{
    public static void MapTree(this ApiRoutes routes, Library library)
    {
        routes.Get(
            "pages/{id}/children",
            call => Listing.Slice(call, Children(call, library).Where(child => child.IsPage).ToList(), Id, ChildPage));
        foreach (var kind in (string[])["pages", .. FolderRoutes.Kinds])
        {
            routes.Get($"{kind}/{{id}}/direct-children", call => Listing.Slice(call, Children(call, library), Id, Child));
            routes.Get($"{kind}/{{id}}/ancestors", call => Ancestors(call, library));
            routes.Get($"{kind}/{{id}}/descendants", call => Descendants(call, library));
        }
    }

    private static IReadOnlyList<Page> Children(Call call, Library library)
    {
        var sort = call.Choice(
            "sort", "created-date", "-created-date", "id", "-id", "child-position", "-child-position", "modified-date", "-modified-date");
        var children = library.Tree.Children(Parent(call, library).Id).Where(child => library.Restrictions.MayRead(child, call.Account));
        children = sort?.TrimStart('-') switch
        {
            "id" => children.OrderBy(child => long.Parse(child.Id)),
            "created-date" => children.OrderBy(child => child.CreatedAt, StringComparer.Ordinal),
            "modified-date" => children.OrderBy(child => child.ModifiedAt, StringComparer.Ordinal),
            _ => children,
        };
        return [.. sort is ['-', ..] ? children.Reverse() : children];
    }

    private static Page Parent(Call call, Library library)
    {
        return library.Pages.Find(call.Id(), false) is { } page
            && page.Type == Kind(call)
            && library.Restrictions.MayRead(page, call.Account)
            ? page
            : throw Refusal.NotFound();
    }

    private static string Kind(Call call) => call.Request.Path.Value!.Split('/')[^3].TrimEnd('s');

    // From the top down, and when there are more than the limit, the ones nearest to the page.
    private static IResult Ancestors(Call call, Library library)
    {
        var ancestors = library.Tree.Ancestors(Parent(call, library)).TakeLast(call.Limit());
        var results = Json.Array(ancestors, ancestor => new JsonObject { ["id"] = ancestor.Id, ["type"] = ancestor.Type });
        return Kind(call) != "page" ? Json.Answer(new JsonObject { ["results"] = results }) : Listing.Answer(call, results, null);
    }

    private static IResult Descendants(Call call, Library library)
    {
        var depth = call.Number("depth") ?? 5;
        var all = library.Tree.Descendants(Parent(call, library).Id)
            .Where(found => found.Depth <= depth && library.Restrictions.MayRead(found.Page, call.Account)).ToList();
        return Listing.Slice(call, all, found => found.Page.Id, found => Json.Object(
            ("id", found.Page.Id),
            ("status", found.Page.Status),
            ("title", found.Page.Title),
            ("type", found.Page.Type),
            ("parentId", found.Page.ParentId),
            ("depth", found.Depth),
            ("childPosition", found.Page.Position)));
    }

    private static string Id(Page page) => page.Id;

    private static JsonObject ChildPage(Page page) => new()
    {
        ["id"] = page.Id, ["status"] = page.Status, ["title"] = page.Title, ["spaceId"] = page.SpaceId, ["childPosition"] = page.Position,
    };

    private static JsonObject Child(Page page)
    {
        var shape = ChildPage(page);
        shape["type"] = page.Type;
        return shape;
    }
}
