using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Reading attachments; uploads and downloads are v1's.</summary>
internal static class AttachmentRoutes
{
    public static void MapAttachments(this ApiRoutes routes, Library library)
    {
        routes.Get("attachments", call => List(call, library.Attachments.All().Where(each => library.MaySee(each, call.Account))));
        routes.Get(
            "pages/{id}/attachments", call => List(call, library.Attachments.Of(library.Readable(call.Id(), call.Account, false).Id)));
        routes.Get("attachments/{id}", call =>
        {
            var shape = Shape(library.ReadableAttachment(call.Route("id"), call.Account));
            shape["_links"]!["base"] = call.Base;
            return Json.Answer(shape);
        });
        routes.Delete("attachments/{id}", call =>
        {
            var attachment = library.ReadableAttachment(call.Route("id"), call.Account);
            library.Changeable(attachment.PageId, call.Account);
            library.Attachments.Trash(attachment);
            return Results.NoContent();
        });
        routes.Get("attachments/{id}/versions", call =>
        {
            var attachment = library.ReadableAttachment(call.Route("id"), call.Account);
            return Listing.Slice(call, library.Attachments.Versions(attachment.Id), version => $"{version.Number}", version =>
            {
                var shape = V2Shapes.Of(version);
                shape["attachment"] = new JsonObject { ["id"] = attachment.Id, ["title"] = attachment.Title };
                return shape;
            });
        });
        routes.Get("attachments/{id}/versions/{number}", call =>
            Json.Answer(
                VersionRoutes.Detailed(
                    library.Attachments.Versions(library.ReadableAttachment(call.Route("id"), call.Account).Id), call.Id("number"))));
    }

    private static IResult List(Call call, IEnumerable<Attachment> attachments)
    {
        var (filename, mediaType) = (call.Query("filename"), call.Query("mediaType"));
        var statuses = call.Choices("status", "current", "archived", "trashed");
        var sort = call.Choice("sort", "created-date", "-created-date", "modified-date", "-modified-date");
        attachments = attachments.Where(attachment =>
            (filename is null || attachment.Title == filename)
            && (mediaType is null || attachment.MediaType == mediaType)
            && (statuses.Count == 0 || statuses.Contains(attachment.Status)));
        attachments = sort?.TrimStart('-') == "modified-date"
            ? attachments.OrderBy(attachment => attachment.Version.CreatedAt, StringComparer.Ordinal)
            : attachments;
        return Listing.Slice(call, [.. sort is ['-', ..] ? attachments.Reverse() : attachments], attachment => attachment.Id, Shape, 50);
    }

    private static JsonObject Shape(Attachment attachment)
    {
        var download = AttachmentLinks.Download(attachment);
        return new JsonObject
        {
            ["id"] = attachment.Id,
            ["status"] = attachment.Status,
            ["title"] = attachment.Title,
            ["createdAt"] = attachment.CreatedAt,
            ["pageId"] = attachment.PageId,
            ["mediaType"] = attachment.MediaType,
            ["mediaTypeDescription"] = attachment.Kind,
            ["comment"] = attachment.Comment,
            ["fileId"] = attachment.FileId,
            ["fileSize"] = attachment.Size,
            ["webuiLink"] = AttachmentLinks.Web(attachment),
            ["downloadLink"] = download,
            ["version"] = V2Shapes.Of(attachment.Version),
            ["_links"] = new JsonObject { ["webui"] = AttachmentLinks.Web(attachment), ["download"] = download },
        };
    }
}
