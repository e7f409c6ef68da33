using Markdig.Syntax;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>Lines [First, Last] of a Markdown that a person would take as one thing, the index-th of its owner's.</summary>
internal sealed record MarkdownPart(int First, int Last, int Owner, int Index, MarkdownObject? Node)
{
    public int Count => Last - First + 1;
}
