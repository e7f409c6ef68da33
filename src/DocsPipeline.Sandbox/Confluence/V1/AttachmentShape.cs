using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V1;

internal static class AttachmentShape
{
    public static JsonObject Of(Call call, Attachment attachment, Page? container = null)
    {
        var extensions = new JsonObject
        {
            ["mediaType"] = attachment.MediaType,
            ["fileSize"] = attachment.Size,
            ["comment"] = attachment.Comment,
        };
        if (call.Flavour != Flavour.DataCenter)
        {
            extensions["mediaTypeDescription"] = attachment.Kind;
            extensions["fileId"] = attachment.FileId;
            extensions["collectionName"] = $"contentId-{attachment.PageId}";
        }

        var shape = new JsonObject
        {
            ["id"] = attachment.Id,
            ["type"] = "attachment",
            ["status"] = attachment.Status,
            ["title"] = attachment.Title,
            ["macroRenderedOutput"] = new JsonObject(),
            ["metadata"] = new JsonObject { ["mediaType"] = attachment.MediaType, ["comment"] = attachment.Comment },
            ["extensions"] = extensions,
            ["version"] = V1Shapes.Of(attachment.Version, call.Flavour),
            ["_expandable"] = new JsonObject { ["container"] = $"/rest/api/content/{attachment.PageId}" },
            ["_links"] = new JsonObject
            {
                ["webui"] = AttachmentLinks.Web(attachment),
                ["self"] = $"{call.Base}/rest/api/content/{attachment.Id}",
                ["download"] = AttachmentLinks.Download(attachment),
                ["base"] = call.Base,
            },
        };
        if (container is not null)
        {
            shape["container"] = new JsonObject
            {
                ["id"] = container.Id,
                ["type"] = container.Type,
                ["status"] = container.Status,
                ["title"] = container.Title,
            };
        }

        return shape;
    }
}
