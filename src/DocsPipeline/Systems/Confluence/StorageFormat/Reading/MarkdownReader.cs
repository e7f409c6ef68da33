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
        var session = new ImportSession(text, options);
        return new BlockReader(session).Read(Parse(text));
    }

    /// <summary>The tree that is read; its positions are those of the text.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);
}
