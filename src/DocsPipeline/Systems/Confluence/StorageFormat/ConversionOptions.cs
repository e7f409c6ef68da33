namespace DocsPipeline.Systems.Confluence.StorageFormat;

/// <summary>How one page is converted; <see cref="Path"/> is the name that diagnostics carry.</summary>
public sealed record ConversionOptions
{
    public ConversionLinks Links { get; init; } = ConversionLinks.None;

    /// <summary>Take the page properties (the <c>details</c> macro with id <c>document</c>) out of the body, as front matter.</summary>
    public bool PagePropertiesAsFrontMatter { get; init; }

    public string Path { get; init; } = "page.xml";
}
