namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>
/// Where a file stands: the repository's page, the revision, and the path in it. Relative addresses in the file begin there.
/// </summary>
internal sealed record BlobAddress(string Repository, string Revision, string Path)
{
    /// <summary>The page of the file that a relative address means; a leading slash is the top of the repository.</summary>
    public string Blob(string relative) => Resolve("blob", relative);

    /// <summary>The bytes of the file that a relative address means.</summary>
    public string Raw(string relative) => Resolve("raw", relative);

    private string Resolve(string kind, string relative)
    {
        var top = new Uri("http://repository.invalid/");
        var here = new Uri(top, string.Join('/', Path.Split('/').Select(Uri.EscapeDataString)));

        // The path of a URL cannot climb out of its top, so no address leaves the revision.
        return Uri.TryCreate(here, relative, out var target) && target.Host == top.Host
            ? $"{Repository}/{kind}/{Uri.EscapeDataString(Revision)}{target.PathAndQuery}{target.Fragment}"
            : relative;
    }
}
