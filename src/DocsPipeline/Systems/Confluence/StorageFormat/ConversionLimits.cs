using DocsPipeline.Systems.Confluence.StorageFormat.Reading;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

namespace DocsPipeline.Systems.Confluence.StorageFormat;

/// <summary>How much text a conversion accepts, in UTF-16 units.</summary>
public static class ConversionLimits
{
    public const int StorageCharacters = StorageScanner.MaximumLength;

    public const int MarkdownCharacters = MarkdownLimits.MaximumLength;
}
