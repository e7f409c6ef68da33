using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Confluence REST API v1: what v2 still lacks on Cloud, and all there is on Data Center.</summary>
internal static class V1Api
{
    public static void Map(IEndpointRouteBuilder group, Flavour flavour, Library library, MediaLinks media)
    {
        var routes = new ApiRoutes(group, flavour, V1Shapes.Show);
        routes.MapContent(library);
        routes.MapContentWrites(library);
        routes.MapAttachments(library, media);
        routes.MapLabels(library);
        routes.MapRestrictions(library);
        routes.MapProperties(library);
        routes.MapComments(library);
        routes.MapSpaces(library);
        routes.MapArrangement(library);
        routes.MapSearch(library);
        routes.Otherwise(V1Shapes.NoRoute);
    }
}
