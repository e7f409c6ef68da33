namespace DocsPipeline.Diagnostics;

/// <summary>
/// One cause, told once. The message is a fact without a full stop; <see cref="Label"/> stands under the marked text, <see cref="Notes"/>
/// explain, <see cref="Help"/> is text to paste. <see cref="Path"/> is relative with <c>/</c>, or names what is not a file (<c>environment</c>,
/// <c>https://…</c>).
/// </summary>
public sealed record Diagnostic(DiagnosticCode Code, string Message, string Path, SourceSpan Span) : IComparable<Diagnostic>
{
    public string? Label { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public string? Help { get; init; }

    public Severity Severity => Code.Severity;

    /// <summary>By path, line, column, code and message: the same input gives the same bytes.</summary>
    public int CompareTo(Diagnostic? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(Path, other.Path);
        order = order != 0 ? order : Span.Line.CompareTo(other.Span.Line);
        order = order != 0 ? order : Span.Column.CompareTo(other.Span.Column);
        order = order != 0 ? order : string.CompareOrdinal(Code.Id, other.Code.Id);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    public override string ToString() => $"{Path}({Span.Line},{Span.Column}): {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
