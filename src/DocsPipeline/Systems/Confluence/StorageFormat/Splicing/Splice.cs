using DocsPipeline.Systems.Confluence.StorageFormat.Reading;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Splicing;

/// <summary>Puts an edited Markdown back into the page it came from, changing no more of the page than the edit did.</summary>
internal static class Splice
{
    public static WriteBackResult Apply(string markdown, string baseStorage, ConversionOptions options, PageProperties? properties)
    {
        var before = StorageFormatToMarkdown.Convert(baseStorage, options, map: null);
        if (before.Markdown is null || before.Markdown == markdown)
        {
            return new WriteBackResult(before.Markdown is null ? null : baseStorage, before.Report, before.Diagnostics);
        }

        return new WriteBackResult(MarkdownReader.Read(markdown, options), before.Report, []);
    }
}
