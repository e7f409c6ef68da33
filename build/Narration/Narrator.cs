using Spectre.Console;

namespace Build.Narration;

/// <summary>Tells what happens while it happens: chapters, and below each one plain line a step.</summary>
internal sealed class Narrator(IAnsiConsole console) : IProgress<string>
{
    /// <summary>A heading; what follows belongs to it.</summary>
    public void Chapter(string title)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title}[/]");
    }

    /// <summary>One step that was done.</summary>
    public void Report(string value) => console.MarkupLineInterpolated($"  [dim]·[/] {value}");

    /// <summary>A sentence of its own, as it is.</summary>
    public void Say(string sentence) => console.WriteLine(sentence);

    /// <summary>Belongs to the line before; nothing where there is nothing.</summary>
    public void Detail(string? detail)
    {
        if (detail is not null)
        {
            console.MarkupLineInterpolated($"           [dim]{detail}[/]");
        }
    }

    /// <summary>Something held, and is shown to hold.</summary>
    public void Passed(string what) => console.MarkupLineInterpolated($"  [green]✓[/] {what}");

    /// <summary>Something did not hold.</summary>
    public void Failed(string what) => console.MarkupLineInterpolated($"  [red]✗[/] {what}");

    /// <summary>Rows under headings; cells are text, never markup.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = false };
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
