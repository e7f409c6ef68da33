using System.Text;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Ours, a file at a time; the characters that came out, −1 where the document was refused.</summary>
internal static class ConversionWork
{
    private static readonly ConversionOptions Options = new();

    public static int Scan(string file) => StorageScanner.Scan(Text(file), out _)?.Count ?? -1;

    public static int ToMarkdown(string file) => new StorageFormatToMarkdown().Convert(Text(file), Options).Markdown?.Length ?? -1;

    public static int ToStorage(string file, string? page) =>
        new MarkdownToStorageFormat().Convert(Text(file), page is null ? null : Text(page), Options).Storage?.Length ?? -1;

    private static string Text(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(file));
}
