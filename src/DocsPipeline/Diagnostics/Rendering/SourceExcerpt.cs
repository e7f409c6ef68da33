namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// A source line as it is shown: cut to a window around the marked text, and where the underline begins and ends in columns.
/// </summary>
internal readonly record struct SourceExcerpt(string Text, int Indent, int Width)
{
    /// <summary>The longest piece of one line that is shown, in characters; generated tables and pasted certificates are longer.</summary>
    private const int Window = 160;

    public static SourceExcerpt Of(string line, SourceSpan span)
    {
        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var end = Math.Clamp(start + Math.Max(1, span.Length), start, line.Length);
        var from = line.Length <= Window ? 0 : Boundary(line, Math.Max(0, Math.Min(start - Window / 4, line.Length - Window)));
        var to = line.Length <= Window ? line.Length : Boundary(line, Math.Min(line.Length, from + Window));
        end = Math.Min(end, Math.Max(to, start));

        var before = (from > 0 ? "…" : "") + PrintableText.Of(line[from..start]);
        var marked = PrintableText.Of(line[start..end]);
        var after = (end < to ? PrintableText.Of(line[end..to]) : "") + (to < line.Length ? "…" : "");
        return new SourceExcerpt(before + marked + after, PrintableText.Width(before), Math.Max(1, PrintableText.Width(marked)));
    }

    private static int Boundary(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
