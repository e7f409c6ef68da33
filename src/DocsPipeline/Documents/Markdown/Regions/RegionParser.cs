using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace DocsPipeline.Documents.Markdown.Regions;

/// <summary>
/// Markdig's own container closes the outermost block at the first matching fence, also inside a code block: an inner block would end
/// an internal one and publish the rest. Here a fence closes the innermost block, and code keeps its fences.
/// </summary>
internal sealed class RegionParser : BlockParser, IMarkdownExtension
{
    public RegionParser() => OpeningCharacters = [':'];

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, this);

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Fence(processor.Line) is not { Length: > 0 } opening)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new RegionBlock(this, opening)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsCodeIndent || Fence(processor.Line) is not "" || !IsInnermost(processor, block))
        {
            return BlockState.Continue;
        }

        ((RegionBlock)block).IsClosed = true;
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    // What stands behind the colons; null where the line is no fence.
    private static string? Fence(StringSlice line)
    {
        var text = line.AsSpan().Trim();
        return text.StartsWith(":::") ? text.TrimStart(':').Trim().ToString() : null;
    }

    // Markdig takes every block for closed while it asks them one by one, and its last block may be closed already.
    private static bool IsInnermost(BlockProcessor processor, Block block)
    {
        for (var inner = processor.LastBlock; inner is not null && inner != block; inner = inner.Parent)
        {
            if (inner is RegionBlock { IsClosed: false } or FencedCodeBlock { ClosingFencedCharCount: 0 })
            {
                return false;
            }
        }

        return true;
    }
}
