namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How much a conversion accepts: text in UTF-16 units, elements within one another.</summary>
public static class ConversionLimits
{
    /// <summary>Of a page in storage format.</summary>
    public const int StorageCharacters = 1024 * 1024;

    /// <summary>Of a document in Markdown.</summary>
    public const int MarkdownCharacters = 2 * StorageCharacters;

    /// <summary>Levels of elements.</summary>
    public const int Depth = 128;
}
