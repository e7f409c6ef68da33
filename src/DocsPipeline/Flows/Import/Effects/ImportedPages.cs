using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>Storage format for what Import writes.</summary>
internal static class ImportedPages
{
    private static readonly ConversionOptions Options = new() { PagePropertiesAsFrontMatter = true };

    /// <summary>
    /// The page as readers have it; null where it is gone. A page in the trash is gone too: saving it would only take it out again, without
    /// the text that was sent.
    /// </summary>
    public static async Task<ConfluencePage?> FindAsync(ConfluenceClient confluence, string id, CancellationToken cancellation) =>
        await confluence.FindPageAsync(id, cancellation) is { Status: not "trashed" } page ? page : null;

    public static string Storage(string markdown, string? baseStorage = null, PageProperties? properties = null)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, baseStorage, Options, properties);
        return result.Storage ?? throw new PipelineException(ExitCode.Errors, result.Findings.In("page.xml"));
    }

    /// <summary>Whether two pages say the same, whatever ids and layout the server has put into one of them.</summary>
    public static bool SaySame(string left, string right)
    {
        var converter = new StorageFormatToMarkdown();
        var (one, other) = (converter.Convert(left, Options), converter.Convert(right, Options));
        return one.Markdown is not null && one.Markdown == other.Markdown && Fields(one).SequenceEqual(Fields(other));
    }

    public static ConversionResult Markdown(ConfluencePage page)
    {
        var result = new StorageFormatToMarkdown().Convert(page.Body, Options);
        return result.Markdown is null ? throw new PipelineException(ExitCode.Errors, result.Findings.In($"page {page.Id}")) : result;
    }

    private static IEnumerable<(string, string)> Fields(ConversionResult result) =>
        (result.Properties?.Fields ?? new Dictionary<string, string>()).Select(field => (field.Key, field.Value.Trim()));
}
