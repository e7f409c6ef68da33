using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Blocks between two lines of as many colons, of which the first says what they are.</summary>
internal sealed class FencedContainer(BlockParser parser, ContainerLine beginning, StringLine line) : ContainerBlock(parser)
{
    public ContainerLine Beginning { get; } = beginning;

    public int Colons { get; } = ContainerLine.Colons(line.Slice.AsSpan());

    public bool IsClosed { get; set; }

    /// <summary>Gives its first line and its blocks to what it stands in: without an end it is no container.</summary>
    public void Dissolve()
    {
        var text = new ParagraphBlock { Span = new SourceSpan(line.Slice.Start, line.Slice.End), Lines = new StringLineGroup(1) };
        text.Lines.Add(line);
        Block[] blocks = [text, .. this];
        Clear();
        foreach (var block in blocks)
        {
            Parent!.Add(block);
        }
    }
}
