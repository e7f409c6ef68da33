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
/// sentence or emphasis.
/// </summary>
internal sealed class AddressSyntax : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing is rendered by Markdig.
    }

    private sealed class Parser()
        : AutoLinkParser(new AutoLinkOptions { ValidPreviousCharacters = "*_~(>", AllowDomainWithoutPeriod = true })
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (!base.Match(processor, ref slice))
            {
                return false;
            }

            if (processor.Inline is LinkInline { Url: { } url, FirstChild: LiteralInline text } link)
            {
                var excess = url.Length - url.AsSpan().TrimEnd(BareAddress.Trailing).Length;
                link.Url = url[..^excess];
                link.Span.End -= excess;
                text.Content.End -= excess;
                text.Span.End -= excess;
                slice.Start -= excess;
            }

            return true;
        }
    }
}
