using DocsPipeline.Documents.Markdown;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;
using Markdig;
using Markdig.Syntax;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>Markdown to storage without a base.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .Use<TaskMarkers>()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseCustomContainers()
        .UsePreciseSourceLocation()
        .Build();

    public static string Read(string markdown, ConversionOptions options)
    {
        var text = markdown.WithLineFeeds();
        if (options.Headings is not null || !LinksWithin(text))
        {
            return Read(text, new ImportSession(text, options));
        }

        // What an anchor is called in Confluence depends on headings that may come later.
        var draft = Read(text, new ImportSession(text, options));
        return Read(text, new ImportSession(text, options with { Headings = HeadingAnchors.Of(draft, options.Title) }));
    }

    /// <summary>Whether a document may have links to places within itself.</summary>
    public static bool LinksWithin(string markdown) => markdown.Contains("](#", StringComparison.Ordinal) || markdown.Contains("href=\"#", StringComparison.Ordinal);

    private static string Read(string text, ImportSession session)
    {
        var storage = new BlockReader(session).Read(Parse(text));
        session.Text.Release();
        return storage;
    }

    /// <summary>The tree that is read; its positions are those of the text.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);
}
