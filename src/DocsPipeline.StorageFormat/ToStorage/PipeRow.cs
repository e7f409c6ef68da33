using Markdig.Extensions.Tables;
using Markdig.Helpers;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>One line of a table: a pipe divides cells wherever it stands, in code too, unless a backslash stands before it.</summary>
internal static class PipeRow
{
    /// <summary>What stands in each cell, without the blanks around.</summary>
    public static List<StringSlice> Cells(StringSlice line)
    {
        line.Trim();
        var cells = new List<StringSlice>();
        var start = line.CurrentChar == '|' ? line.Start + 1 : line.Start;
        var escaped = false;
        for (var at = start; at <= line.End; at++)
        {
            if (line.Text[at] == '|' && !escaped)
            {
                cells.Add(Cell(line.Text, start, at - 1));
                start = at + 1;
            }

            escaped = line.Text[at] == '\\' && !escaped;
        }

        if (start <= line.End || cells.Count == 0)
        {
            cells.Add(Cell(line.Text, start, line.End));
        }

        return cells;
    }

    /// <summary>The columns that a line of <c>---</c>, <c>:--</c>, <c>--:</c> and <c>:-:</c> makes; null for any other line.</summary>
    public static List<TableColumnDefinition>? Delimiters(StringSlice line)
    {
        if (line.AsSpan().ContainsAnyExcept("|-: \t") || !line.AsSpan().Contains('-'))
        {
            return null;
        }

        var columns = new List<TableColumnDefinition>();
        foreach (var cell in Cells(line))
        {
            var text = cell.AsSpan();
            var (left, right) = (text.StartsWith(":"), text.EndsWith(":"));
            var dashes = text[(left ? 1 : 0)..^(right && text.Length > 1 ? 1 : 0)];
            if (dashes.IsEmpty || dashes.ContainsAnyExcept('-'))
            {
                return null;
            }

            columns.Add(new TableColumnDefinition
            {
                Alignment = (left, right) switch
                {
                    (true, true) => TableColumnAlign.Center,
                    (true, false) => TableColumnAlign.Left,
                    (false, true) => TableColumnAlign.Right,
                    _ => null,
                },
            });
        }

        return columns;
    }

    private static StringSlice Cell(string text, int start, int end)
    {
        var cell = new StringSlice(text, start, end);
        cell.Trim();
        return cell;
    }
}
