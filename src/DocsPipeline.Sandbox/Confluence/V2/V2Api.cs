using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>
/// Confluence Cloud REST API v2. Source: Atlassian's OpenAPI description of the API, and what real sites answer where it is silent.
/// </summary>
internal static class V2Api
{
    public static void Map(IEndpointRouteBuilder group, Flavour flavour, Library library)
    {
        var routes = new ApiRoutes(group, flavour, V2Shapes.Show);
        routes.MapSpaces(library);
        routes.MapPageLists(library);
        routes.MapPages(library);
        routes.MapPageWrites(library);
        routes.MapVersions(library);
        routes.MapTree(library);
        routes.MapLabels(library);
        routes.MapAttachments(library);
        routes.MapProperties(library);
        routes.MapSpaceProperties(library);
        routes.MapComments(library);
        routes.MapCommentWrites(library);
        routes.MapFolders(library);
        routes.MapTasks(library);
        routes.MapLikes(library);
        routes.MapLookups(library);
        routes.Otherwise(V2Shapes.NoRoute);
    }
}
