using System.Globalization;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>The rows of a table that is no more than rows, columns and attributes.</summary>
internal sealed class TableShape
{
    private const string WidthStart = "width: ";
    private const string WidthEnd = "px;";

    public List<List<int>> Rows { get; } = [];

    public List<int> RowNodes { get; } = [];

    /// <summary>Per column the alignment that all its paragraphs share, or null.</summary>
    public List<string?> Alignments { get; } = [];

    /// <summary>What the table says beyond its cells; null for a table as Cloud makes it.</summary>
    public string? Directive { get; private set; }

    public static TableShape? Read(StorageTree tree, int table)
    {
        var shape = new TableShape();
        string? columns = null;
        var body = 0;
        for (var child = tree[table].FirstChild; child != 0; child = tree[child].Next)
        {
            switch (tree.ElementOf(child))
            {
                case Element.Colgroup when columns is null && body == 0 && VolatileAttributes.AreAll(tree, child):
                    columns = Columns(tree, child);
                    if (columns is null)
                    {
                        return null;
                    }

                    break;
                case Element.Tbody when body == 0 && VolatileAttributes.AreAll(tree, child):
                    body = child;
                    break;
                default:
                    if (!tree.IsBlank(child))
                    {
                        return null;
                    }

                    break;
            }
        }

        return body != 0 && shape.ReadRows(tree, body) && shape.ReadAlignments(tree) && shape.ReadAttributes(tree, table, columns)
            ? shape
            : null;
    }

    /// <summary>The paragraph that a cell consists of, or 0 where its text stands in the cell itself.</summary>
    public static int Paragraph(StorageTree tree, int cell)
    {
        for (var child = tree[cell].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child))
            {
                return tree.ElementOf(child) == Element.P ? child : 0;
            }
        }

        return 0;
    }

    private static string? Columns(StorageTree tree, int group)
    {
        var widths = new List<string>();
        for (var column = tree[group].FirstChild; column != 0; column = tree[column].Next)
        {
            if (tree.IsBlank(column))
            {
                continue;
            }

            var style = tree.Attribute(column, "style");
            if (style is null)
            {
                if (tree.ElementOf(column) != Element.Col || !VolatileAttributes.AreAll(tree, column))
                {
                    return null;
                }

                widths.Add("-");
                continue;
            }

            if (tree.Attributes(column).Count != 1 || !style.StartsWith(WidthStart, StringComparison.Ordinal)
                || !style.EndsWith(WidthEnd, StringComparison.Ordinal))
            {
                return null;
            }

            var width = style[WidthStart.Length..^WidthEnd.Length];
            var number = width.EndsWith(".0", StringComparison.Ordinal) ? width[..^2] : width;
            if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                || (number == width && !width.Contains('.')))
            {
                return null;
            }

            widths.Add(number);
        }

        return string.Join(' ', widths);
    }

    private bool ReadRows(StorageTree tree, int body)
    {
        for (var row = tree[body].FirstChild; row != 0; row = tree[row].Next)
        {
            if (tree.IsBlank(row))
            {
                continue;
            }

            if (tree.ElementOf(row) != Element.Tr || !VolatileAttributes.AreAll(tree, row))
            {
                return false;
            }

            var cells = new List<int>();
            for (var cell = tree[row].FirstChild; cell != 0; cell = tree[cell].Next)
            {
                if (tree.ElementOf(cell) is Element.Th or Element.Td)
                {
                    cells.Add(cell);
                }
                else if (!tree.IsBlank(cell))
                {
                    return false;
                }
            }

            Rows.Add(cells);
            RowNodes.Add(row);
        }

        return Rows.Count > 0;
    }

    /// <summary>Storage aligns each paragraph; only a column that agrees with itself can say so in a pipe table.</summary>
    private bool ReadAlignments(StorageTree tree)
    {
        for (var column = 0; column < Rows[0].Count; column++)
        {
            for (var row = 0; row < Rows.Count; row++)
            {
                if (column >= Rows[row].Count)
                {
                    return false;
                }

                var paragraph = Paragraph(tree, Rows[row][column]);
                var alignment = paragraph == 0 || VolatileAttributes.AreAll(tree, paragraph) ? "" : Alignment(tree, paragraph);
                if (row == 0)
                {
                    Alignments.Add(alignment);
                }

                if (alignment is null || alignment != Alignments[column])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string? Alignment(StorageTree tree, int paragraph)
    {
        string? alignment = null;
        foreach (var attribute in tree.Attributes(paragraph))
        {
            if (attribute.Name is "style" && attribute.Value is "text-align: center;" or "text-align: right;" or "text-align: left;")
            {
                alignment = attribute.Value["text-align: ".Length..^1].ToString();
            }
            else if (!VolatileAttributes.Contains(attribute.Name))
            {
                return null;
            }
        }

        return alignment;
    }

    private bool ReadAttributes(StorageTree tree, int table, string? columns)
    {
        var width = tree.Attribute(table, "data-table-width");
        var layout = tree.Attribute(table, "data-layout");
        var style = tree.Attribute(table, "class");
        foreach (var attribute in tree.Attributes(table))
        {
            if (attribute.Name is not ("data-table-width" or "data-layout" or "class") && !VolatileAttributes.Contains(attribute.Name))
            {
                return false;
            }
        }

        Directive = width == "760" && layout == "default" && style is null && columns is null
            ? null
            : DirectiveWriter.With("table", ("width", width), ("layout", layout), ("class", style), ("columns", columns));
        return true;
    }
}
