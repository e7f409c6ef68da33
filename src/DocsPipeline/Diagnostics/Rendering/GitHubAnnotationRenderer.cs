namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// GitHub's workflow commands, one line each, escaped as the runner unescapes them (actions/toolkit, <c>command.ts</c>): what a page says
/// stays inside its own annotation.
/// </summary>
public sealed class GitHubAnnotationRenderer : IDiagnosticRenderer
{
    public void Render(DiagnosticReport report, TextWriter output)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            output.Write(Command(report, diagnostic) + "\n");
        }

        output.Write(report.Summary + "\n");
    }

    private static string Command(DiagnosticReport report, Diagnostic diagnostic)
    {
        var command = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var span = diagnostic.Span;
        var place = report.IsFile(diagnostic.Path)
            ? $"file={Property(diagnostic.Path)},line={span.Line},endLine={span.Line},col={span.Column},"
                + $"endColumn={span.Column + span.Length},"
            : "";
        var title = Property($"{diagnostic.Code}: {diagnostic.Message}");
        return $"::{command} {place}title={title}::{Message(string.Join('\n', Lines(report, diagnostic)))}";
    }

    private static IEnumerable<string> Lines(DiagnosticReport report, Diagnostic diagnostic) =>
    [
        report.IsFile(diagnostic.Path)
            ? Line(diagnostic.Label ?? diagnostic.Message)
            : Line($"{diagnostic.Path}: {diagnostic.Label ?? diagnostic.Message}"),
        .. diagnostic.Notes.Select(note => Line($"note: {note}")),
        .. diagnostic.Help is null ? [] : new[] { Line($"help: {diagnostic.Help}") },
        $"more: ./build.sh explain {diagnostic.Code}",
    ];

    private static string Line(string text) => PrintableText.Of(text);

    private static string Message(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Message(PrintableText.Of(text)).Replace(":", "%3A").Replace(",", "%2C");
}
