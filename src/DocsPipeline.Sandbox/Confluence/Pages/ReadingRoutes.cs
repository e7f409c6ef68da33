using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using DocsPipeline.Sandbox.Confluence.View;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.Pages;

/// <summary>The pages to look at. Nobody signs in: whoever sits at the machine is the writer.</summary>
internal static class ReadingRoutes
{
    public static void MapPages(this IEndpointRouteBuilder routes, Library library, MediaLinks media)
    {
        var view = new PageView(library, media);
        routes.MapGet("/wiki", () => Spaces(library));
        routes.MapGet("/wiki/spaces/{key}/{overview?}", (string key) => Overview(library, key));
        foreach (var kind in (string[])["pages", "folder"])
        {
            routes.MapGet($"/wiki/spaces/{{key}}/{kind}/{{id}}/{{title?}}", IResult (string id, int? version) =>
                Find(library, id, version) is { } page ? view.Render(page) : Missing());
        }

        routes.MapWriting(library);
    }

    public static HtmlPage Missing() =>
        new("Not found", Html.Raw("<h1>Not found</h1><p>There is no such page. <a href=\"/wiki/\">All spaces</a></p>"))
        {
            System = ("Confluence", "/wiki/"), Status = StatusCodes.Status404NotFound,
        };

    private static Page? Find(Library library, string id, int? version) =>
        version is { } number ? library.Pages.FindVersion(id, number) : library.Pages.Find(id);

    private static HtmlPage Spaces(Library library) => new("Confluence", Html.Of($"""
        <h1>Spaces</h1>
        <div class="cards">{Html.Each(library.Spaces.All(), space => Html.Of($"""
        <section class="card"><h2><a href="/wiki/spaces/{space.Key}">{space.Name}</a></h2><p>{space.Description}</p>
        <p class="soft">Key {space.Key}</p></section>
        """))}</div>
        """)) { System = ("Confluence", "/wiki/") };

    private static HtmlPage Overview(Library library, string key)
    {
        if (library.Spaces.FindByKey(key) is not { } space)
        {
            return Missing();
        }

        var trash = library.Pages.List(new PageQuery { Spaces = [space.Id], Statuses = ["trashed"], Limit = 100 });
        return new HtmlPage(space.Name, Html.Of($"""
            <h1>{space.Name}</h1>
            <p>{space.Description}</p>
            <div class="actions"><a class="button" href="/wiki/spaces/{space.Key}/pages/create">New page</a></div>
            <div class="card">{TreeView.Render(library, space, null)}</div>
            {(trash.Count == 0 ? Html.Empty :
            Html.Of($"<h2>Trash</h2><ul>{Html.Each(trash, page => Html.Of($"<li>{PageAddress.Link(page, space)}</li>"))}</ul>"))}
            """))
        { System = ("Confluence", "/wiki/") };
    }
}
