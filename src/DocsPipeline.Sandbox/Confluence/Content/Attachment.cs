namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>A file on a page at its newest version; the name is kept byte for byte, composed or decomposed.</summary>
internal sealed record Attachment(
    string Id, string PageId, string Title, string Status, string FileId, string CreatedAt, Version Version, string MediaType, long Size)
{
    /// <summary>What the uploader said; Confluence keeps it as the version's message.</summary>
    public string Comment => Version.Message;

    public string Kind => MediaType switch
    {
        "image/png" => "PNG Image",
        "image/jpeg" => "JPEG Image",
        "image/gif" => "GIF Image",
        "application/pdf" => "PDF Document",
        "text/plain" => "Text File",
        "text/csv" => "CSV File",
        "application/zip" => "Zip Archive",
        _ => "File",
    };
}
