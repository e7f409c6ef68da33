namespace DocsPipeline.Diagnostics;

/// <summary>
/// One cause, told once. The message is a fact without a full stop; <see cref="Label"/> stands under the marked text, <see cref="Notes"/>
/// explain, <see cref="Help"/> is text to paste. <see cref="Path"/> is relative with <c>/</c>, or names what is not a file
/// (<c>environment</c>,
/// <c>https://…</c>).
/// </summary>
public sealed record Diagnostic(DiagnosticCode Code, string Message, string Path, SourceSpan Span)
{
    public string? Label { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    public string? Help { get; init; }

    public Severity Severity => Code.Severity;

    /// <summary>By path, line, column, code and message: the same input gives the same bytes.</summary>
    public static Comparer<Diagnostic> Order { get; } = Comparer<Diagnostic>.Create((left, right) =>
    {
        var order = string.CompareOrdinal(left.Path, right.Path);
        order = order != 0 ? order : left.Span.Line.CompareTo(right.Span.Line);
        order = order != 0 ? order : left.Span.Column.CompareTo(right.Span.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Code.Id, right.Code.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    });

    public override string ToString() => $"{Path}({Span.Line},{Span.Column}): {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";
}
