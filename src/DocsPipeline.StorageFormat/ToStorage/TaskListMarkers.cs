using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// <c>[ ]</c> and <c>[x]</c> where GitHub has them: at the very start of a list item, with space behind. Markdig's own parser takes them
/// anywhere in an item, and then <c>a[x]</c> and a link named X are no longer what was written.
/// </summary>
internal sealed class TaskListMarkers : ReadingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Parser());

    private sealed class Parser : TaskListInlineParser
    {
        private const int Length = 3;

        public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
            processor.Root?.FirstChild is null
            && processor.Block is { Parent: ListItemBlock item } block && item[0] == block
            && HasBlankBehind(slice)
            && base.Match(processor, ref slice);

        /// <summary>The blank behind a task without text is no part of its line any more, but still of the document.</summary>
        private static bool HasBlankBehind(StringSlice slice) =>
            slice.Start + Length < slice.Text.Length && slice.Text[slice.Start + Length] is ' ' or '\t';
    }
}
