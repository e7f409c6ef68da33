using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>
/// The old download address. Data Center serves the bytes there. Cloud answers 401 to an API token: clients have to take the REST route.
/// </summary>
internal static class DownloadRoutes
{
    public static void MapDownloads(this ApiRoutes routes, Library library) => routes.Get("attachments/{id}/{name}", call =>
    {
        if (call.Flavour != Flavour.DataCenter)
        {
            throw new Refusal(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "Unauthorized");
        }

        var attachment = library.Attachments.FindByTitle(V1Shapes.Page(call, library).Id, call.Route("name"))
            ?? throw V1Shapes.NoContent(call.Route("name"));
        var content = library.Attachments.Content(attachment.Id, call.Number("version") ?? attachment.Version.Number)
            ?? throw V1Shapes.NoContent(attachment.Id);
        return Results.File(content.Bytes, content.MediaType, attachment.Title);
    });
}
