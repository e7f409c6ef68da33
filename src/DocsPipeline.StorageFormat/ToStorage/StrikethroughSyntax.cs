using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One tilde or two strike out on GitHub, and more are text; Markdig's own extension knows two.</summary>
internal sealed class StrikethroughSyntax : ReadingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors.Add(new EmphasisDescriptor('~', 1, 2, true));
        pipeline.InlineParsers.InsertBefore<EmphasisInlineParser>(new RunParser());
    }

    private sealed class RunParser : InlineParser
    {
        public RunParser() => OpeningCharacters = ['~'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var length = slice.Length - slice.AsSpan().TrimStart('~').Length;
            if (length < 3)
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start + length - 1))
            {
                Span = new SourceSpan(start, start + length - 1),
                Line = line,
                Column = column,
            };
            slice.Start += length;
            return true;
        }
    }
}
