using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat;

/// <summary>How much text a conversion accepts, in UTF-16 units.</summary>
public static class ConversionLimits
{
    public const int StorageCharacters = StorageScanner.MaximumLength;

    public const int MarkdownCharacters = MarkdownLimits.MaximumLength;
}
