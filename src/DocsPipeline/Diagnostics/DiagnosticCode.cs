namespace DocsPipeline.Diagnostics;

/// <summary>
/// A fault that has a name: <c>DOC0203</c>, its weight, and the sentence that every diagnostic of the code begins with or varies.
/// </summary>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title)
{
    /// <summary>A diagnostic of this code; the title is its message unless a more telling one is given.</summary>
    public Diagnostic At(
        string path, SourceSpan span, string? message = null, string? label = null, string? help = null, params string[] notes) =>
        new(this, message ?? Title, path, span) { Label = label, Help = help, Notes = notes };

    public override string ToString() => Id;
}
