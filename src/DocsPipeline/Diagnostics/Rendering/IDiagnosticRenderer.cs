namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>Writes a report in one format; the same report gives the same bytes.</summary>
public interface IDiagnosticRenderer
{
    void Render(DiagnosticReport report, TextWriter output);
}
