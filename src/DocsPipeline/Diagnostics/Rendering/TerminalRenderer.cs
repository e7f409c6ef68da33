namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>For people: the line, the underline, why and what to do, as the Rust compiler lays it out; then the summary.</summary>
public sealed class TerminalRenderer(bool colour = false) : IDiagnosticRenderer
{
    private readonly Palette palette = new(colour);

    public void Render(DiagnosticReport report, TextWriter output)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            Write(report, diagnostic, output);
        }

        output.Write(palette.Bold(report.Summary));
        output.Write('\n');
    }

    private void Write(DiagnosticReport report, Diagnostic diagnostic, TextWriter output)
    {
        var severity = diagnostic.Severity.ToString().ToLowerInvariant();
        var line = report.Line(diagnostic.Path, diagnostic.Span.Line);
        var number = line is null ? "" : diagnostic.Span.Line.ToString();
        var margin = new string(' ', number.Length);
        var bar = palette.Frame($"{margin} |");

        void WriteLine(string text) => output.Write(text.TrimEnd() + "\n");

        WriteLine(
            $"{palette.Of(diagnostic.Severity, $"{severity}[{diagnostic.Code}]")}: {palette.Bold(PrintableText.Of(diagnostic.Message))}");
        WriteLine($"{margin}{palette.Frame("-->")} {Place(report, diagnostic)}");
        if (line is not null)
        {
            var excerpt = SourceExcerpt.Of(line, diagnostic.Span);
            var label = diagnostic.Label is null ? "" : " " + PrintableText.Of(diagnostic.Label);
            WriteLine(bar);
            WriteLine($"{palette.Frame($"{number} |")} {excerpt.Text}");
            WriteLine($"{bar} {new string(' ', excerpt.Indent)}{palette.Of(diagnostic.Severity, new string('^', excerpt.Width) + label)}");
        }

        WriteLine(bar);
        foreach (var (word, text) in Remarks(diagnostic))
        {
            WriteLine($"{margin} {palette.Frame("=")} {palette.Bold(word)}: {PrintableText.Of(text)}");
        }

        output.Write('\n');
    }

    private static string Place(DiagnosticReport report, Diagnostic diagnostic)
    {
        var path = PrintableText.Of(diagnostic.Path);
        return report.IsFile(diagnostic.Path) ? $"{path}:{diagnostic.Span.Line}:{diagnostic.Span.Column}" : path;
    }

    private static IEnumerable<(string Word, string Text)> Remarks(Diagnostic diagnostic) =>
    [
        .. diagnostic.Notes.Select(note => ("note", note)),
        .. diagnostic.Help is null ? [] : new[] { ("help", diagnostic.Help) },
        ("more", $"./build.sh explain {diagnostic.Code}"),
    ];
}
