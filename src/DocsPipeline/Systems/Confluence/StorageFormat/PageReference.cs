namespace DocsPipeline.Systems.Confluence.StorageFormat;

/// <summary>A page as storage format names it: by title, in the same space where <see cref="SpaceKey"/> is null; with a heading or anchor in it.</summary>
public sealed record PageReference(string? SpaceKey, string? Title, string? Anchor = null);
