using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Import.Effects;

/// <summary>Storage format for what Import writes.</summary>
internal static class ImportedPages
{
    private static readonly ConversionOptions Options = new() { PagePropertiesAsFrontMatter = true };

    public static string Storage(string markdown, string? baseStorage = null, PageProperties? properties = null)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, baseStorage, Options, properties);
        return result.Storage ?? throw new PipelineException(ExitCode.Errors, result.Findings.In("page.xml"));
    }

    public static ConversionResult Markdown(ConfluencePage page)
    {
        var result = new StorageFormatToMarkdown().Convert(page.Body, Options);
        return result.Markdown is null ? throw new PipelineException(ExitCode.Errors, result.Findings.In($"page {page.Id}")) : result;
    }
}
