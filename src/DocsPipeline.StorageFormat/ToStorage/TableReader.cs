using System.Globalization;
using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Pipe tables, with what the directive above them says; without one they get what Cloud gives a new table.</summary>
internal sealed class TableReader(StorageSession session)
{
    private static readonly TableCell Missing = new();

    private readonly InlineReader inlines = new(session);

    public void Write(Table table)
    {
        var text = session.Text.Append("<table");
        var columns = Attributes();
        text.Append('>').Append(Columns(columns)).Append("<tbody>");
        foreach (var row in table.OfType<TableRow>())
        {
            text.Append("<tr>");
            for (var column = 0; column < table.ColumnDefinitions.Count; column++)
            {
                var cell = column < row.Count ? (TableCell)row[column] : Missing;
                Cell(cell, row.IsHeader ? "th" : "td", table.ColumnDefinitions[column].Alignment);
            }

            Excess(row, table.ColumnDefinitions.Count);
            text.Append("</tr>");
        }

        text.Append("</tbody></table>");
    }

    /// <summary>GitHub shows no more cells than the header has; what stands in the others is gone.</summary>
    private void Excess(TableRow row, int columns)
    {
        if (row.Count <= columns)
        {
            return;
        }

        session.Place = Math.Clamp(row[columns].Span.Start, 0, session.Markdown.Length);
        var words = session.Markdown[session.Place..Math.Clamp(row[^1].Span.End + 1, session.Place, session.Markdown.Length)];
        if (words.AsSpan().ContainsAnyExcept(" |"))
        {
            session.Report(FindingKind.PartIsDropped, $"row has more cells than the header, and `{StorageSession.Short(words)}` is dropped",
                "give the header as many cells, or put a backslash before a pipe that is text");
        }
    }

    private void Cell(TableCell cell, string name, TableColumnAlign? alignment)
    {
        var text = session.Text;
        var outside = text.Open(name);
        var attributes = Style(alignment);
        var inside = text.Open("p", attributes);
        if (cell.Count > 0 && cell[0] is LeafBlock leaf)
        {
            inlines.Write(leaf.Inline, cell.Span);
            text.Trim(inside);
        }

        if (ParagraphSplit.Of(session.Source(cell.Span), text.Since(inside), attributes) is { } blocks)
        {
            text.Take(outside);
            text.Append(blocks);
        }
        else
        {
            text.Close("p", inside);
        }

        text.Close(name, outside);
    }

    private static string Style(TableColumnAlign? alignment) => alignment switch
    {
        TableColumnAlign.Left => " style=\"text-align: left;\"",
        TableColumnAlign.Center => " style=\"text-align: center;\"",
        TableColumnAlign.Right => " style=\"text-align: right;\"",
        _ => "",
    };

    private string? Attributes()
    {
        if (session.TableDirective is not { } directive)
        {
            session.Text.Append(" data-table-width=\"760\" data-layout=\"default\"");
            return null;
        }

        foreach (var (detail, attribute) in new[] { ("width", "data-table-width"), ("layout", "data-layout"), ("class", "class") })
        {
            if (directive[detail] is { } value)
            {
                session.Text.Append($" {attribute}=\"{Entities.EncodeAttribute(value)}\"");
            }
        }

        return directive["columns"];
    }

    private static string Columns(string? columns)
    {
        if (columns is null)
        {
            return "";
        }

        var storage = new StringBuilder();
        foreach (var width in columns.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var known = decimal.TryParse(width, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
            storage.Append(known ? $"<col style=\"width: {width}{(width.Contains('.') ? "" : ".0")}px;\" />" : "<col />");
        }

        return StorageElement.Of("colgroup", "", storage.ToString());
    }
}
