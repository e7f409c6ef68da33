using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Where people find a page; relative to the site's base.</summary>
internal static class PageLinks
{
    public static JsonObject Of(Page page, Space space) => new()
    {
        ["webui"] = Web(page, space),
        ["editui"] = $"/pages/resumedraft.action?draftId={page.Id}",
        ["tinyui"] = $"/x/{Tiny(page.Id)}",
    };

    public static string Web(Page page, Space space) =>
        $"/spaces/{space.Key}/{(page.IsPage ? "pages" : page.Type)}/{page.Id}/{WebUtility.UrlEncode(page.Title)}";

    private static string Tiny(string id) =>
        Convert.ToBase64String(BitConverter.GetBytes(long.Parse(id, CultureInfo.InvariantCulture)))
            .TrimEnd('=')
            .TrimEnd('A')
            .Replace('/', '-')
            .Replace('+', '_');
}
