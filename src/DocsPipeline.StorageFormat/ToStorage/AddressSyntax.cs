using DocsPipeline.StorageFormat.Vocabulary;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Addresses that nothing marks, where GitHub finds them and as long as they are there. Markdig's own extension finds none behind a quote
/// or a colon, and ends one at a bracket in its middle.
/// </summary>
internal sealed class AddressSyntax : ReadingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Parser());

    private sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = [':', 'w'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            // A scheme is at the end of the text that was read already; asked at its colon, fewer letters are looked at.
            var before = slice.CurrentChar == ':' ? TextBefore(processor, slice) : null;
            var scheme = before is null ? 0 : BareAddress.SchemeAtEnd(before.Content.AsSpan());
            var start = slice.Start - scheme;
            if ((slice.CurrentChar == ':' ? scheme == 0 : slice.PeekChar(1) != 'w')
                || !BareAddress.MayFollow(start == 0 ? '\n' : slice.Text[start - 1], slice.CurrentChar)
                || BareAddress.Linked(slice.Text.AsSpan(start..(slice.End + 1))) is not (var length and > 0)
                || IsInBrackets(processor.Inline))
            {
                return false;
            }

            TakeOff(before, scheme);
            var place = processor.GetSourcePosition(start, out var line, out var column);
            var span = new SourceSpan(place, processor.GetSourcePosition(start + length - 1));
            var text = new StringSlice(slice.Text, start, start + length - 1);
            var address = text.ToString();
            processor.Inline = new LinkInline
            {
                Span = span,
                Line = line,
                Column = column,
                Url = slice.CurrentChar == 'w' ? "http://" + address : address,
                IsClosed = true,
                IsAutoLink = true,
            }.AppendChild(new LiteralInline { Span = span, Line = line, Column = column, Content = text, IsClosed = true });
            slice.Start = start + length;
            return true;
        }

        private static LiteralInline? TextBefore(InlineProcessor processor, StringSlice slice) =>
            processor.Inline is LiteralInline text && ReferenceEquals(text.Content.Text, slice.Text)
                && text.Content.End == slice.Start - 1 ? text : null;

        private static void TakeOff(LiteralInline? text, int length)
        {
            if (text is null)
            {
                return;
            }

            text.Content.End -= length;
            text.Span.End -= length;
            if (text.Content.IsEmpty)
            {
                text.Remove();
            }
        }

        /// <summary>What stands in brackets may become the text of a link, in which nothing is one.</summary>
        private static bool IsInBrackets(Inline? inline)
        {
            for (; inline is not null; inline = inline.Parent)
            {
                if (inline is LinkDelimiterInline { IsActive: true, Type: DelimiterType.Open })
                {
                    return true;
                }
            }

            return false;
        }
    }
}
