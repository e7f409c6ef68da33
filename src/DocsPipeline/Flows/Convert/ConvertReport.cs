using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// What became of all files together; <c>report.json</c> says it of each. The diagnostics come in the order of the files.
/// </summary>
public sealed record ConvertReport(int Documents, int Failed, IReadOnlyList<Diagnostic> Diagnostics)
{
    public ExitCode ExitCode(bool strict) =>
        strict && Failed > 0 ? DocsPipeline.Diagnostics.ExitCode.Errors : DocsPipeline.Diagnostics.ExitCode.Done;
}
