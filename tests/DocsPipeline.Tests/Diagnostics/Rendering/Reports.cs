using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace DocsPipeline.Tests.Diagnostics.Rendering;

internal static class Reports
{
    public static readonly DiagnosticCode Broken = new("DOC0203", Severity.Error, "link target does not exist");
    public static readonly DiagnosticCode Late = new("DOC0120", Severity.Warning, "review is overdue");

    public static DiagnosticReport Of(string text, params Diagnostic[] diagnostics) =>
        new(diagnostics, 148, path => path.StartsWith("content/", StringComparison.Ordinal) ? text : null);

    public static string Render(this IDiagnosticRenderer renderer, DiagnosticReport report)
    {
        using var output = new StringWriter();
        renderer.Render(report, output);
        return output.ToString();
    }
}
