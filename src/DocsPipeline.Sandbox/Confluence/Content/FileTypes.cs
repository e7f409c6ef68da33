using Microsoft.AspNetCore.StaticFiles;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>The media type that Confluence gives to a file whose uploader named none.</summary>
internal static class FileTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    public static string Of(string name) => Known.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
