using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.View;

/// <summary>Where the pages to look at are.</summary>
internal static class PageAddress
{
    public static string Of(Page page, Space space) => "/wiki" + PageLinks.Web(page, space);

    public static string Edit(Page page, Space space) => $"/wiki/spaces/{space.Key}/pages/edit-v2/{page.Id}";

    public static Html Link(Page page, Space space) => Html.Of($"""<a href="{Of(page, space)}">{page.Title}</a>""");
}
