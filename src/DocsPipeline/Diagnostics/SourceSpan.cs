namespace DocsPipeline.Diagnostics;

/// <summary>
/// The smallest text that must change: line and column count from 1, the length is in UTF-16 units and never leaves the line.
/// </summary>
public readonly record struct SourceSpan(int Line, int Column, int Length = 1)
{
    /// <summary>The first character of a file, for faults that belong to the file as a whole.</summary>
    public static SourceSpan Start => new(1, 1, 1);

    /// <summary>The span of <paramref name="length"/> characters at an offset of a text; lines end with <c>\n</c> or <c>\r\n</c>.</summary>
    public static SourceSpan At(string text, int offset, int length = 1)
    {
        var before = text.AsSpan(0, Math.Clamp(offset, 0, text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        var rest = text.AsSpan(before.Length);
        var end = rest.IndexOfAny('\r', '\n');
        return new SourceSpan(line, column, Math.Max(1, Math.Min(length, end < 0 ? rest.Length : end)));
    }
}
