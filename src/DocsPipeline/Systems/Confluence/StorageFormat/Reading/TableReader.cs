using System.Globalization;
using System.Text;
using DocsPipeline.Systems.Confluence.StorageFormat.Macros;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>Pipe tables, with what the directive above them says; without one they get what Cloud gives a new table.</summary>
internal sealed class TableReader(ImportSession session)
{
    private readonly InlineReader inlines = new(session);

    public string Read(Table table)
    {
        var storage = new StringBuilder("<table");
        var columns = Attributes(storage);
        storage.Append('>').Append(Columns(columns)).Append("<tbody>");
        foreach (var row in table.OfType<TableRow>())
        {
            storage.Append("<tr>");
            for (var column = 0; column < row.Count; column++)
            {
                var alignment = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
                storage.Append(Cell((TableCell)row[column], row.IsHeader ? "th" : "td", alignment));
            }

            storage.Append("</tr>");
        }

        return storage.Append("</tbody></table>").ToString();
    }

    private string Cell(TableCell cell, string name, TableColumnAlign? alignment)
    {
        var text = cell.Count > 0 && cell[0] is LeafBlock leaf ? inlines.Read(leaf.Inline, cell.Span).Trim() : "";
        var style = alignment is null ? "" : $" style=\"text-align: {alignment.Value.ToString().ToLowerInvariant()};\"";
        return $"<{name}>{TagReader.Element("p", style, text)}</{name}>";
    }

    private string? Attributes(StringBuilder storage)
    {
        if (session.TableDirective is not { } directive)
        {
            storage.Append(" data-table-width=\"760\" data-layout=\"default\"");
            return null;
        }

        foreach (var (detail, attribute) in new[] { ("width", "data-table-width"), ("layout", "data-layout"), ("class", "class") })
        {
            if (directive[detail] is { } value)
            {
                storage.Append($" {attribute}=\"{MacroAttributes.Attribute(value)}\"");
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

        return TagReader.Element("colgroup", "", storage.ToString());
    }
}
