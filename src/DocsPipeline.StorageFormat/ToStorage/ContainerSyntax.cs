using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Renderers;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary><c>:::</c> around blocks. Markdig's own extension would also take two colons around words for a mark.</summary>
internal sealed class ContainerSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.BlockParsers.InsertBefore<FencedCodeBlockParser>(new CustomContainerParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered by Markdig.
    }
}
