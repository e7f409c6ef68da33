using Markdig;
using Markdig.Renderers;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>An extension of what Markdig reads; it renders nothing here.</summary>
internal abstract class ReadingExtension : IMarkdownExtension
{
    public abstract void Setup(MarkdownPipelineBuilder pipeline);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
