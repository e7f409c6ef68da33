namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// What a run has to say, ready to be written: the diagnostics in their order, how many documents were looked at, and where a file's text
/// is to be had (null for what is not a file).
/// </summary>
public sealed class DiagnosticReport(IEnumerable<Diagnostic> diagnostics, int documents, Func<string, string?> source)
{
    // Diagnostics come file by file: no more than one text is ever needed.
    private (string Path, string[]? Lines) shown = ("", null);

    private HashSet<(string Path, int Line)>? secrets;

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = [.. diagnostics.Distinct().Order(Diagnostic.Order)];

    public int Documents { get; } = documents;

    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);

    public int Warnings => Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning);

    /// <summary>Two errors and a warning read "2 errors and 1 warning in 2 of 148 documents".</summary>
    public string Summary
    {
        get
        {
            var of = $"{Documents} {(Documents == 1 ? "document" : "documents")}";
            var paths =
                Diagnostics.Where(diagnostic => diagnostic.Severity != Severity.Note).Select(diagnostic => diagnostic.Path).ToHashSet();
            var counts = (Errors, Warnings) switch
            {
                (0, 0) => "no errors and no warnings",
                (0, var warnings) => Count(warnings, "warning"),
                (var errors, 0) => Count(errors, "error"),
                var (errors, warnings) => $"{Count(errors, "error")} and {Count(warnings, "warning")}",
            };
            return Documents == 0 ? counts
                : paths.Count == 0 ? $"{counts} in {of}"
                : paths.All(IsDocument) ? $"{counts} in {paths.Count} of {of}"
                : $"{counts} in {Count(paths.Count, "file")}, {of} read";
        }
    }

    /// <summary>Whether the path names a file that can be shown, and not an address or the environment.</summary>
    public bool IsFile(string path) => Lines(path) is not null;

    /// <summary>
    /// The text of a line (counted from 1) without its end; null where there is none, and where it holds a secret that logs must not
    /// repeat.
    /// </summary>
    public string? Line(string path, int line) =>
        Lines(path) is { } lines && line >= 1 && line <= lines.Length && !HoldsSecret(path, line) ? lines[line - 1].TrimEnd('\r') : null;

    private bool HoldsSecret(string path, int line) => (secrets ??=
    [
        .. Diagnostics.Where(diagnostic => diagnostic.Code == Catalogue.Leaks.SecretIsPasted)
            .Select(diagnostic => (diagnostic.Path, diagnostic.Span.Line)),
    ]).Contains((path, line));

    private string[]? Lines(string path)
    {
        if (shown.Path != path)
        {
            shown = (path, source(path)?.Split('\n'));
        }

        return shown.Lines;
    }

    private static bool IsDocument(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
