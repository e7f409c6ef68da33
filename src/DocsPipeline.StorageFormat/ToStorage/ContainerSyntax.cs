using DocsPipeline.StorageFormat.Vocabulary;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Containers of colons. Markdig's own begin at any three colons, end at the end of the document where nothing ends them, and the outermost
/// takes the end of an inner one, even out of code. Here a container has a name that is known and an end of its own, or it is text.
/// </summary>
internal sealed class ContainerSyntax : ReadingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = [':'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || ContainerLine.Parse(processor.Line.AsSpan()) is not { } beginning
                || !ContainerEnds.IsLeftFor(ContainerLine.Colons(processor.Line.AsSpan()), processor))
            {
                return BlockState.None;
            }

            var line = new StringLine(processor.Line, processor.LineIndex, processor.Column, processor.Start, NewLine.None);
            processor.NewBlocks.Push(new FencedContainer(this, beginning, line)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.ContinueDiscard;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var container = (FencedContainer)block;
            var line = processor.Line.AsSpan().Trim();
            if (processor.IsCodeIndent || ContainerLine.Colons(line) != container.Colons || line.Length > container.Colons
                || !IsInnermost(processor, container))
            {
                // What stands inside sees how far in its line begins.
                processor.GoToColumn(processor.ColumnBeforeIndent);
                return BlockState.Continue;
            }

            container.IsClosed = true;
            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.BreakDiscard;
        }

        public override bool Close(BlockProcessor processor, Block block)
        {
            var container = (FencedContainer)block;
            if (container.IsClosed)
            {
                container.AddTitle();
            }
            else
            {
                container.Dissolve();
            }

            return container.IsClosed;
        }

        /// <summary>Whether nothing inside takes the line: code, or another container of as many colons.</summary>
        private static bool IsInnermost(BlockProcessor processor, FencedContainer container)
        {
            for (var inner = processor.LastBlock; inner is not null && inner != container; inner = inner.Parent)
            {
                if (inner is FencedCodeBlock { ClosingFencedCharCount: 0 }
                    || (inner is FencedContainer { IsClosed: false } other && other.Colons == container.Colons))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
