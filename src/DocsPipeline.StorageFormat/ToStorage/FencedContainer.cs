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

    /// <summary>What stands behind its name; null where nothing does. It is read with the blocks, of which it is none.</summary>
    public ParagraphBlock? Title { get; private set; }

    /// <summary>Puts the title first, to be read as what it is: text of Markdown.</summary>
    public void AddTitle()
    {
        var (start, end) = (line.Slice.Start + Beginning.Title.Start.Value, line.Slice.Start + Beginning.Title.End.Value - 1);
        if (end >= start)
        {
            Title = Paragraph(line with { Slice = new StringSlice(line.Slice.Text, start, end) });
            Insert(0, Title);
        }
    }

    /// <summary>Gives its first line and its blocks to what it stands in: without an end it is no container.</summary>
    public void Dissolve()
    {
        Block[] blocks = [Paragraph(line), .. this];
        Clear();
        foreach (var block in blocks)
        {
            Parent!.Add(block);
        }
    }

    private static ParagraphBlock Paragraph(StringLine line)
    {
        var text = new ParagraphBlock { Span = new SourceSpan(line.Slice.Start, line.Slice.End), Lines = new StringLineGroup(1) };
        text.Lines.Add(line with { Position = line.Slice.Start });
        return text;
    }
}
