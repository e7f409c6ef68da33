using DocsPipeline.Documents.Markdown.Regions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// The one dialect: GitHub Flavored Markdown and the <c>:::</c> blocks. Not Markdig's "advanced" set: every extension is another
/// way to spend quadratic time and another node that somebody must decide about.
/// </summary>
internal static class MarkdownPipelines
{
    /// <summary>How deep blocks may stand in each other.</summary>
    public const int MaxDepth = 64;

    public static MarkdownPipeline Document { get; } = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .Use<TaskMarkers>()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseAlertBlocks(null, true)
        .Use<RegionParser>()
        .Build();
}
