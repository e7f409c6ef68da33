using DocsPipeline.StorageFormat.Vocabulary;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Addresses that nothing marks. Markdig's own extension leaves one sign at most off the end of an address, GitHub all that may end a
/// sentence or emphasis; and telephone numbers are text there. And it looks at every letter that a scheme may begin with, each fifth of a
/// text; here it is asked at the colon behind a scheme.
/// </summary>
internal sealed class AddressSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered by Markdig.
    }

    private sealed class Parser : AutoLinkParser
    {
        /// <summary>Longer ones before those that they end with.</summary>
        private static readonly string[] Schemes = ["https", "http", "ftp", "mailto"];

        public Parser()
            : base(new AutoLinkOptions { ValidPreviousCharacters = "*_~(>", AllowDomainWithoutPeriod = true }) =>
            OpeningCharacters = [':', 'w'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var isFound = slice.CurrentChar == ':'
                ? MatchBehindScheme(processor, ref slice)
                : slice.PeekChar(1) == 'w' && base.Match(processor, ref slice);
            if (isFound && processor.Inline is LinkInline { Url: { } url, FirstChild: LiteralInline text } link)
            {
                var excess = url.Length - BareAddress.Trimmed(url);
                link.Url = url[..^excess];
                link.Span.End -= excess;
                text.Content.End -= excess;
                text.Span.End -= excess;
                slice.Start -= excess;
            }

            return isFound;
        }

        /// <summary>The scheme is at the end of the text that was read already, and is taken off it.</summary>
        private bool MatchBehindScheme(InlineProcessor processor, ref StringSlice slice)
        {
            if (processor.Inline is not LiteralInline before || !ReferenceEquals(before.Content.Text, slice.Text)
                || before.Content.End != slice.Start - 1 || SchemeAtEnd(before.Content.AsSpan()) is var length && length == 0)
            {
                return false;
            }

            var whole = slice;
            whole.Start -= length;
            if (!base.Match(processor, ref whole))
            {
                return false;
            }

            before.Content.End -= length;
            before.Span.End -= length;
            if (before.Content.IsEmpty)
            {
                before.Remove();
            }

            slice = whole;
            return true;
        }

        private static int SchemeAtEnd(ReadOnlySpan<char> text)
        {
            foreach (var scheme in Schemes)
            {
                if (text.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
                {
                    return scheme.Length;
                }
            }

            return 0;
        }
    }
}
