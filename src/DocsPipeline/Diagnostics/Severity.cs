namespace DocsPipeline.Diagnostics;

/// <summary>How much a diagnostic weighs: only an <see cref="Error"/> changes the exit code.</summary>
public enum Severity
{
    Error,
    Warning,
    Note,
}
