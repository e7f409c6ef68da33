namespace DocsPipeline.Diagnostics;

/// <summary>
/// The run stops here, for reasons a person can act on. Whoever catches it prints the diagnostics and never a stack trace.
/// </summary>
public class PipelineException(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics)
    : Exception(diagnostics.Count == 0 ? exitCode.ToString() : diagnostics[0].ToString())
{
    public PipelineException(ExitCode exitCode, Diagnostic diagnostic)
        : this(exitCode, [diagnostic])
    {
    }

    public ExitCode ExitCode { get; } = exitCode;

    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>The text of a file that the diagnostics point into, by its path; null where they point into the checkout.</summary>
    public Func<string, string?>? TextOf { get; init; }
}
