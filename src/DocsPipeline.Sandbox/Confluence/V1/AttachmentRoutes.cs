using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>Files on pages: listing, upload, a new version, download.</summary>
internal static class AttachmentRoutes
{
    public static void MapAttachments(this ApiRoutes routes, Library library, MediaLinks media)
    {
        const string Many = "content/{id}/child/attachment";
        routes.Get(Many, call =>
        {
            var (filename, mediaType) = (call.Query("filename"), call.Query("mediaType"));
            var found = library.Attachments.Of(V1Shapes.Page(call, library).Id)
                .Where(each => (filename is null || each.Title == filename) && (mediaType is null || each.MediaType == mediaType)).ToList();
            return Paging.Slice(call, found, each => AttachmentShape.Of(call, each), 50);
        });
        routes.Post(Many, call => UploadAsync(call, library, replace: false));
        routes.Put(Many, call => UploadAsync(call, library, replace: true));
        routes.Post($"{Many}/{{attachment}}/data", call => ReplaceAsync(call, library));
        routes.Get($"{Many}/{{attachment}}/download", call => Download(call, library, media));
    }

    private static async Task<IResult> UploadAsync(Call call, Library library, bool replace)
    {
        var page = V1Shapes.Changeable(call, library);
        var uploads = await Upload.ReadAsync(call);
        var made = uploads.Select(upload =>
        {
            var there = replace ? library.Attachments.FindByTitle(page.Id, upload.Name) : null;
            return there is null
                ? library.Attachments.Create(
                    page.Id, upload.Name, upload.Bytes, upload.MediaType, upload.Comment, upload.Minor, call.Account)
                : library.Attachments.Replace(there, upload.Bytes, upload.MediaType, upload.Comment, upload.Minor, call.Account);
        }).ToList();
        return Json.Answer(new JsonObject
        {
            ["results"] = Json.Array(made, each => AttachmentShape.Of(call, each)),
            ["size"] = made.Count,
            ["_links"] = new JsonObject { ["base"] = call.Base },
        });
    }

    private static async Task<IResult> ReplaceAsync(Call call, Library library)
    {
        var page = V1Shapes.Changeable(call, library);
        var attachment = Find(call, library, page);
        var uploads = await Upload.ReadAsync(call);
        var saved = library.Attachments.Replace(
            attachment, uploads[0].Bytes, uploads[0].MediaType, uploads[0].Comment, uploads[0].Minor, call.Account);
        return Json.Answer(AttachmentShape.Of(call, saved));
    }

    // The bytes are on another host and the way there is signed: who follows must leave the credentials behind.
    private static IResult Download(Call call, Library library, MediaLinks media)
    {
        var attachment = Find(call, library, V1Shapes.Page(call, library));
        var version = call.Number("version") ?? attachment.Version.Number;
        return Results.Redirect(Site.OtherHost(call.Request) + media.Sign(attachment, version));
    }

    private static Attachment Find(Call call, Library library, Page page) =>
        library.Attachments.Find(call.Route("attachment")) is { Status: "current" } found && found.PageId == page.Id
            ? found
            : throw V1Shapes.NoContent(call.Route("attachment"));
}
