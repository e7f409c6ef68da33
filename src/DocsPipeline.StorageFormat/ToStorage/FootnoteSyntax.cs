using System.Buffers;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Footnotes as GitHub reads them. Markdig's own extension moves the notes to the end of its tree, reads none in quotes and lists and
/// forgets those that no text names, and then nobody can tell what became of them.
/// </summary>
internal sealed class FootnoteSyntax : ReadingExtension
{
    private static readonly SearchValues<char> NoName = SearchValues.Create(" \t\r\n[]");

    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new DefinitionParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new ReferenceParser());
    }

    /// <summary>Behind <c>[^</c>: the name, and behind it <c>]</c>; empty for anything else.</summary>
    private static string Name(StringSlice rest)
    {
        var text = rest.AsSpan();
        var end = text.IndexOfAny(NoName);
        return end > 0 && text[end] == ']' ? text[..end].ToString() : "";
    }

    private sealed class DefinitionParser : BlockParser
    {
        public DefinitionParser() => OpeningCharacters = ['['];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || processor.PeekChar(1) != '^')
            {
                return BlockState.None;
            }

            var rest = processor.Line;
            rest.Start += 2;
            var name = Name(rest);
            if (name.Length == 0 || rest.PeekChar(name.Length + 1) != ':')
            {
                return BlockState.None;
            }

            var definition = new FootnoteDefinition(this, name)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            };
            processor.GoToColumn(processor.Column + name.Length + "[^]:".Length);
            processor.NewBlocks.Push(definition);
            return BlockState.Continue;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (!processor.IsBlankLine && !processor.IsCodeIndent)
            {
                return BlockState.None;
            }

            if (processor.IsCodeIndent && !processor.IsBlankLine)
            {
                processor.GoToCodeIndent();
            }

            block.UpdateSpanEnd(processor.Line.End);
            return BlockState.Continue;
        }
    }

    private sealed class ReferenceParser : InlineParser
    {
        public ReferenceParser() => OpeningCharacters = ['[', '!'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var isImage = slice.CurrentChar == '!';
            var rest = slice;
            rest.Start += isImage ? 3 : 2;
            if (isImage ? slice.PeekChar(1) != '[' || slice.PeekChar(2) != '^' : slice.PeekChar(1) != '^')
            {
                return false;
            }

            var name = Name(rest);
            rest.Start += name.Length + 1;
            if (name.Length == 0 || IsLink(rest))
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            var length = isImage ? 1 : name.Length + "[^]".Length;
            Inline inline = isImage
                ? new LiteralInline(new StringSlice(slice.Text, slice.Start, slice.Start))
                : new FootnoteReference(name);
            inline.Span = new SourceSpan(start, start + length - 1);
            (inline.Line, inline.Column) = (line, column);
            processor.Inline = inline;
            slice.Start += length;
            return true;
        }

        /// <summary>With a target behind it the brackets are a link's.</summary>
        private static bool IsLink(StringSlice rest) =>
            rest.CurrentChar == '(' && LinkHelper.TryParseInlineLink(ref rest, out _, out _);
    }
}
