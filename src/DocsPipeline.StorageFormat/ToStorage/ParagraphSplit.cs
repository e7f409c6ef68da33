using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// A line of Markdown may hold tags of blocks: a list in the cell of a table. Such a line is paragraphs with blocks between them, since no
/// paragraph of a page holds a block.
/// </summary>
internal static class ParagraphSplit
{
    /// <summary>The blocks that a line is; null for one that is a single paragraph.</summary>
    public static string? Of(ReadOnlySpan<char> markdown, ReadOnlySpan<char> line, string attributes = "")
    {
        if (!markdown.Contains('<') || !line.Contains('<') || StorageScanner.Scan(line.ToString(), out _) is not { } tree)
        {
            return null;
        }

        var (blocks, at) = (new StringBuilder(), 0);
        for (var node = tree[0].FirstChild; node != 0; node = tree[node].Next)
        {
            if (tree[node].Kind == NodeKind.Element && IsBlock(tree, node))
            {
                Paragraph(blocks, line[at..tree[node].Start], attributes);
                blocks.Append(tree.Outer(node));
                at = tree[node].End;
            }
        }

        tree.Release();
        if (blocks.Length == 0)
        {
            return null;
        }

        Paragraph(blocks, line[at..], attributes);
        return blocks.ToString();
    }

    private static bool IsBlock(StorageTree tree, int node) => ElementPlacement.PlacementOf(tree, node) == Placement.Block;

    private static void Paragraph(StringBuilder blocks, ReadOnlySpan<char> text, string attributes)
    {
        if (text.Trim(" \t\n") is { IsEmpty: false } words)
        {
            blocks.Append("<p").Append(attributes).Append('>').Append(words).Append("</p>");
        }
    }
}
