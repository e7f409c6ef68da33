namespace DocsPipeline.Systems.Confluence;

/// <summary>
/// A file on a page. Names are kept verbatim and compared NFC-normalised: most non-ASCII names in real spaces are decomposed.
/// </summary>
public sealed record ConfluenceAttachment(
    string Id, string PageId, string FileName, string MediaType, long Size, int Version, string Comment)
{
    /// <summary>When the newest version was put there.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    internal string? DownloadLink { get; init; }
}
