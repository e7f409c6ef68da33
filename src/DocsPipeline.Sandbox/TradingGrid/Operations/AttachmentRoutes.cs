using System.Security.Cryptography;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Uploads and downloads.</summary>
internal sealed class AttachmentRoutes(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/attachments/{sha256}";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.DocumentsRead, request => ApiAnswer.Ok(Get(request))),
        new("PUT", Path, Scopes.DocumentsWrite, Put) { LongestBody = AttachmentStore.LongestFile },
        new("GET", $"{Path}/content", Scopes.DocumentsRead, Download),
    ];

    private ApiAnswer Put(ApiRequest request)
    {
        grid.Community(request.Community);
        var sha256 = request.Route("sha256");
        if (request.Http.Request.ContentType is not { Length: > 0 and <= 200 } mediaType)
        {
            throw new Problem(400, "content_type_missing", "Send the media type of the file as Content-Type.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(request.Bytes)) != sha256)
        {
            throw Problem.Field("", "sha256_mismatch", "The bytes do not hash to the address.");
        }

        var added = grid.Attachments.Add(request.Community, sha256, mediaType, request.Bytes);
        return new ApiAnswer(added ? 201 : 200, Get(request)) { Location = added ? request.Http.Request.Path.Value : null };
    }

    private ApiAnswer Download(ApiRequest request)
    {
        var attachment = Get(request);
        return attachment.ScanStatus == "clean"
            ? new ApiAnswer(200, null) { Content = (grid.Attachments.Bytes(request.Community, attachment.Sha256), attachment.MediaType) }
            : throw Problem.Conflict("attachment_not_clean", $"The scan says: {attachment.ScanStatus}.");
    }

    private Attachment Get(ApiRequest request) =>
        grid.Attachments.Find(request.Community, request.Route("sha256")) ?? throw Problem.NotFound();
}
