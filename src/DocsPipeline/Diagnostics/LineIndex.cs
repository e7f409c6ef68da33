namespace DocsPipeline.Diagnostics;

/// <summary>Where the lines of a text begin, so that the thousandth place in it costs no more to find than the first.</summary>
public sealed class LineIndex(string text)
{
    private readonly Lazy<int[]> starts = new(() => Scan(text), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The same as <see cref="SourceSpan.At"/> says.</summary>
    public SourceSpan At(int offset, int length = 1)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var line = Array.BinarySearch(starts.Value, offset);
        line = line < 0 ? ~line - 1 : line;
        var marked = text.AsSpan(offset, Math.Clamp(length, 0, text.Length - offset));
        var end = marked.IndexOfAny('\r', '\n');
        return new SourceSpan(line + 1, offset - starts.Value[line] + 1, Math.Max(1, end < 0 ? marked.Length : end));
    }

    private static int[] Scan(string text)
    {
        var starts = new int[text.AsSpan().Count('\n') + 1];
        for (int line = 1, at = 0; line < starts.Length; line++)
        {
            at += text.AsSpan(at).IndexOf('\n') + 1;
            starts[line] = at;
        }

        return starts;
    }
}
