using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Pipe tables, where the first row is a header and every cell one paragraph. Width, layout and columns stand in a directive above; without
/// one the table has what Cloud gives a new table.
/// </summary>
internal static class TableWriter
{
    public static bool TryWrite(MarkdownSession session, int table)
    {
        var shape = TableShape.Read(session.Tree, table);
        if (shape is null || !CanWrite(session, shape))
        {
            return false;
        }

        Write(session, shape);
        return true;
    }

    private static bool CanWrite(MarkdownSession session, TableShape shape)
    {

        var columns = shape.Rows[0].Count;
        for (var row = 0; row < shape.Rows.Count; row++)
        {
            foreach (var cell in shape.Rows[row])
            {
                if (session.Tree.ElementOf(cell) != (row == 0 ? Element.Th : Element.Td) || !IsOneParagraph(session, cell))
                {
                    return false;
                }
            }

            if (shape.Rows[row].Count != columns || columns == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(MarkdownSession session, TableShape shape)
    {
        var output = session.Out;
        if (shape.Directive is { } directive)
        {
            output.Write(directive);
            output.NewLine();
        }

        for (var row = 0; row < shape.Rows.Count; row++)
        {
            if (row > 0)
            {
                output.NewLine();
            }

            session.Open(shape.RowNodes[row], BlockForm.Row);
            Row(session, shape.Rows[row]);
            session.Close();
            if (row == 0)
            {
                output.NewLine();
                output.Write('|');
                foreach (var alignment in shape.Alignments)
                {
                    output.Write(alignment switch { "center" => " :---: |", "right" => " ---: |", "left" => " :--- |", _ => " --- |" });
                }
            }
        }
    }

    private static void Row(MarkdownSession session, List<int> cells)
    {
        var output = session.Out;
        output.Write('|');
        foreach (var cell in cells)
        {
            output.Write(' ');
            output.BeginContent();
            var paragraph = TableShape.Paragraph(session.Tree, cell);
            InlineWriter.WriteChildren(session, paragraph == 0 ? cell : paragraph, new InlineContext(Table: true));
            session.TrimSpaces();
            output.Write(output.AtContentStart ? "|" : " |");
        }
    }

    private static bool IsOneParagraph(MarkdownSession session, int cell)
    {
        var tree = session.Tree;
        if (!VolatileAttributes.AreAll(tree, cell))
        {
            return false;
        }

        var paragraph = TableShape.Paragraph(tree, cell);
        var (text, others) = (false, false);
        for (var child = tree[cell].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = ElementPlacement.PlacementOf(session.Tree, child);
            var fine = paragraph == 0 ? placement != Placement.Block : child == paragraph || placement == Placement.Nowhere;
            if (!fine)
            {
                return false;
            }

            text |= placement == Placement.Inline;
            others |= placement == Placement.Either;
        }

        // A macro or image alone comes back without the paragraph that text gets.
        return paragraph == 0
            ? (text || !others) && !HoldsCaption(tree, cell)
            : !ElementPlacement.HoldsBlock(session.Tree, paragraph) && !HoldsCaption(tree, paragraph);
    }

    private static bool HoldsCaption(StorageTree tree, int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) == Element.Caption || HoldsCaption(tree, child))
            {
                return true;
            }
        }

        return false;
    }
}
