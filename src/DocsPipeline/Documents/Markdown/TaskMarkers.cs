using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// Task markers where GitHub has them: <c>[ ]</c> or <c>[x]</c> at the very start of a list item, with space behind it. Markdig's own
/// parser takes them anywhere in an item, and then <c>a[x]</c> and a link named X are no longer what was written.
/// </summary>
internal sealed class TaskMarkers : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => new TaskListExtension().Setup(pipeline, renderer);

    private sealed class Parser : TaskListInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            processor.Root?.FirstChild is null
            && processor.Block is { Parent: ListItemBlock item } block && item[0] == block
            && slice.PeekChar(3) is ' ' or '\t' or '\n' or '\r' or '\0'
            && base.Match(processor, ref slice);
    }
}
