namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// A page as storage format names it: by title, in the same space where <see cref="SpaceKey"/> is null; with a heading or anchor in it.
/// </summary>
public sealed record PageReference(string? SpaceKey, string? Title, string? Anchor = null)
{
    /// <summary>
    /// The title as it stands in <c>confluence:page/…</c>, the link to a page whose path nobody knows; empty without a title.
    /// </summary>
    public string EncodedTitle => TargetEncoding.Encode(Title ?? "");
}
