namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// MSBuild's canonical form, which editors and build logs turn into clickable errors: <c>path(line,column): error CODE: text</c>.
/// </summary>
public sealed class MsBuildRenderer : IDiagnosticRenderer
{
    public void Render(DiagnosticReport report, TextWriter output)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            var span = diagnostic.Span;
            var place = report.IsFile(diagnostic.Path) ? $"({span.Line},{span.Column},{span.Line},{span.Column + span.Length})" : "";
            var category = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
            output.Write(
                PrintableText.Of($"{diagnostic.Path}{place}: {category} {diagnostic.Code}: {diagnostic.Message}{Tail(diagnostic)}") + "\n");
        }
    }

    private static string Tail(Diagnostic diagnostic) =>
        (diagnostic.Label is null ? "" : $" ({diagnostic.Label})") + (diagnostic.Help is null ? "" : $"; help: {diagnostic.Help}");
}
