using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Ours, a file at a time; the characters that came out, −1 where the document was refused.</summary>
internal static class ConversionWork
{
    private static readonly ConversionOptions Options = new();

    public static int Scan(string file) => StorageScanner.Scan(InputFile.Text(file), out _)?.Count ?? -1;

    public static int ToMarkdown(string file) =>
        new StorageFormatToMarkdown().Convert(InputFile.Text(file), Options).Markdown?.Length ?? -1;

    public static int ToStorage(string file, string? page) =>
        new MarkdownToStorageFormat().Convert(InputFile.Text(file), page is null ? null : InputFile.Text(page), Options)
            .Storage?.Length ?? -1;
}
