namespace DocsPipeline.StorageFormat;

/// <summary>How one page is converted.</summary>
public sealed record ConversionOptions
{
    public ConversionLinks Links { get; init; } = ConversionLinks.None;

    /// <summary>Take the page properties (the <c>details</c> macro with id <c>document</c>) out of the body, as front matter.</summary>
    public bool PagePropertiesAsFrontMatter { get; init; }

    /// <summary>The page's title where it is known: anchors of Data Center begin with it.</summary>
    public string? Title { get; init; }

    /// <summary>The headings that a link within the document can name; null where the document itself is to be asked.</summary>
    internal HeadingAnchors? Headings { get; init; }

    /// <summary>Confluence's anchors by the link target that the base has for them.</summary>
    internal IReadOnlyDictionary<string, string>? Anchors { get; init; }
}
