using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Sync.Pages;

/// <summary>Markdown can say one thing in many ways; a page comes out in one of them.</summary>
internal static class Spelling
{
    private static readonly StorageFormatToMarkdown ToMarkdown = new();
    private static readonly MarkdownToStorageFormat ToStorage = new();

    /// <summary>A block of Markdown as a page with this content would be exported; null where it cannot be converted.</summary>
    public static Func<string, string?> Of(ConversionOptions options) => block =>
        ToStorage.Convert(block, null, options).Storage is { } storage
            ? ToMarkdown.Convert(storage, options).Markdown?.TrimEnd('\n')
            : null;
}
