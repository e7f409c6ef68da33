using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using Microsoft.Net.Http.Headers;

namespace DocsPipeline.Sandbox.Confluence.V1;

/// <summary>One file of a multipart upload.</summary>
internal sealed record Upload(string Name, byte[] Bytes, string MediaType, string Comment, bool Minor)
{
    /// <summary>Reads the files of the call; without the header that proves it is no browser form, 403.</summary>
    public static async Task<IReadOnlyList<Upload>> ReadAsync(Call call)
    {
        if (call.Request.Headers["X-Atlassian-Token"].ToString() is not ("no-check" or "nocheck"))
        {
            throw Refusal.Forbidden("XSRF check failed");
        }

        if (!call.Request.HasFormContentType)
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type");
        }

        var form = await call.Request.ReadFormAsync(call.Http.RequestAborted);
        var comment = await FieldAsync(form, "comment");
        var minor = await FieldAsync(form, "minorEdit") == "true";
        var uploads = new List<Upload>();
        foreach (var file in form.Files.Where(file => file.Name == "file"))
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, call.Http.RequestAborted);
            var name = Path.GetFileName(NameOf(file));
            var type = file.ContentType is null or "" or "application/octet-stream" ? FileTypes.Of(name) : file.ContentType;
            uploads.Add(new Upload(name, memory.ToArray(), type, comment, minor));
        }

        return uploads.Count > 0 ? uploads : throw Refusal.Bad("At least one file must be attached");
    }

    // Some clients send even the plain fields as files.
    private static async Task<string> FieldAsync(IFormCollection form, string name)
    {
        if (form.Files[name] is not { } file)
        {
            return form[name].ToString();
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync();
    }

    // filename* wins over filename: only it says how a name outside ASCII is encoded.
    private static string NameOf(IFormFile file) =>
        ContentDispositionHeaderValue.TryParse(file.ContentDisposition, out var disposition) && disposition.FileNameStar.Length > 0
            ? disposition.FileNameStar.ToString()
            : file.FileName;
}
