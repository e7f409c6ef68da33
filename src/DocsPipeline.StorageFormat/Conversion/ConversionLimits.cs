namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How much a conversion accepts: text in UTF-16 units, elements within one another.</summary>
public static class ConversionLimits
{
    public const int StorageCharacters = 1024 * 1024;

    public const int MarkdownCharacters = 2 * StorageCharacters;

    public const int Depth = 128;
}
