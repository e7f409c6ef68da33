using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One tilde or two strike out on GitHub; Markdig's own extension knows two.</summary>
internal sealed class StrikethroughSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 1, 2, true));

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered by Markdig.
    }
}
