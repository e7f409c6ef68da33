using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// What became of all files together; <c>report.json</c> says it of each. The diagnostics come in the order of the files.
/// </summary>
public sealed record ConvertReport(int Documents, int Failed, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>As a sentence.</summary>
    public string Told => $"{Documents - Failed} converted, {Failed} with errors; report.json says what became of each.";

    /// <summary>
    /// A file that could not be converted is an error of the run, so that no script takes half a result for a whole one; where the run is
    /// strict, so is a page that lost something.
    /// </summary>
    public ExitCode ExitCode(bool strict) =>
        Failed > 0 || (strict && Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Warning))
            ? DocsPipeline.Diagnostics.ExitCode.Errors
            : DocsPipeline.Diagnostics.ExitCode.Done;
}
