namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How one page is converted.</summary>
public sealed record ConversionOptions
{
    /// <summary>Without knowledge of other pages, nothing taken out of the body.</summary>
    internal static ConversionOptions Default { get; } = new();

    /// <summary>What links to other pages, to files and to people become.</summary>
    public ConversionLinks Links { get; init; } = ConversionLinks.None;

    /// <summary>Take the page properties (the <c>details</c> macro with id <c>document</c>) out of the body, as front matter.</summary>
    public bool PagePropertiesAsFrontMatter { get; init; }

    /// <summary>The page's title where it is known: anchors of Data Center begin with it.</summary>
    public string? Title { get; init; }
}
