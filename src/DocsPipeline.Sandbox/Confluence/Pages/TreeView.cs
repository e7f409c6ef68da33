using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.View;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.Pages;

/// <summary>The page tree of a space, with the shown page marked.</summary>
internal static class TreeView
{
    public static Html Render(Library library, Space space, string? here)
    {
        var roots = library.Tree.Roots(space.Id);
        return Html.Of($"""
            <nav class="tree" aria-label="Pages of {space.Name}"><h2><a href="/wiki/spaces/{space.Key}">{space.Name}</a>
            </h2>{Level(roots)}</nav>
            """);

        Html Level(IReadOnlyList<Page> pages) => pages.Count == 0 ? Html.Empty : Html.Of($"<ul>{Html.Each(pages, Entry)}</ul>");

        Html Entry(Page page) => Html.Of($"""
            <li><a href="{PageAddress.Of(page, space)}"{(page.Id == here ? Html.Raw(" aria-current=\"page\"") : Html.Empty)}>{(page.IsPage ?
            "" : "📁 ")}{page.Title}</a>{Mark(page)}{Level(library.Tree.Children(page.Id))}</li>
            """);
    }

    private static Html Mark(Page page) => page.Status == "archived" ? Html.Raw(" <span class=\"tag grey\">archived</span>") : Html.Empty;
}
