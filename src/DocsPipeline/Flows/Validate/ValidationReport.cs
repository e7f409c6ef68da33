using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace DocsPipeline.Flows.Validate;

/// <summary>What was found, ready for any <see cref="IDiagnosticRenderer"/>.</summary>
public sealed record ValidationReport(DiagnosticReport Findings)
{
    public IReadOnlyList<Diagnostic> Diagnostics => Findings.Diagnostics;

    public int Documents => Findings.Documents;

    public ExitCode ExitCode => Findings.Errors > 0 ? ExitCode.Errors : ExitCode.Done;
}
