using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>GitHub Flavored Markdown by Markdig, in the two ways that GitHub reads it. Its answer is as unsafe as the text.</summary>
internal sealed class Flavour
{
    private readonly MarkdownPipeline pipeline;

    private Flavour(Action<MarkdownPipelineBuilder>? more = null)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseFootnotes();
        more?.Invoke(builder);
        pipeline = builder.Build();
    }

    public static Flavour File { get; } = new();

    public static Flavour Comment { get; } = new(builder => builder.UseSoftlineBreakAsHardlineBreak());

    /// <summary>Null where the text is nested deeper than Markdig follows.</summary>
    public string? ToHtml(string text)
    {
        try
        {
            var document = Markdown.Parse(text, pipeline);
            foreach (var table in document.Descendants<Table>())
            {
                AlignByAttribute(table);
                foreach (var code in table.Descendants<CodeInline>())
                {
                    // In a table the backslash before a pipe belongs to the table, in code too.
                    code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
                }
            }

            return document.ToHtml(pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Markdig would write a style, which the allow-list rightly drops; GitHub writes the attribute.
    private static void AlignByAttribute(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (index, cell) in row.OfType<TableCell>().Index())
            {
                if (index < table.ColumnDefinitions.Count && table.ColumnDefinitions[index].Alignment is { } side)
                {
                    cell.GetAttributes().AddProperty("align", side.ToString().ToLowerInvariant());
                }
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            column.Alignment = null;
        }
    }
}
