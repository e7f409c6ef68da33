namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Differences between two texts as character offsets: by lines, and by words within the lines that differ.</summary>
internal static class TextDiff
{
    public static List<Hunk> Lines(string before, string after)
    {
        // What is the same at both ends is most of a page, and needs no line of its own to be seen.
        var change = TextChange.Of(before, after);
        var start = change.Start == 0 ? 0 : before.LastIndexOf('\n', change.Start - 1) + 1;
        var same = before.IndexOf('\n', change.End) is var feed and >= 0 ? before.Length - feed - 1 : 0;
        return Of(before[start..^same], after[start..^same], start, start, SplitLines);
    }

    public static List<Hunk> Words(string before, string after, Hunk hunk) =>
        Of(before[hunk.Start..hunk.End], after[hunk.NewStart..hunk.NewEnd], hunk.Start, hunk.NewStart, SplitWords);

    public static List<string> SplitWords(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            if (char.IsLetterOrDigit(text[start]))
            {
                while (at < text.Length && char.IsLetterOrDigit(text[at]))
                {
                    at++;
                }
            }

            words.Add(text[start..at]);
        }

        return words;
    }

    private static List<Hunk> Of(string before, string after, int offset, int newOffset, Func<string, List<string>> split)
    {
        var (old, renewed) = (split(before), split(after));
        var (oldStarts, newStarts) = (Starts(old, offset), Starts(renewed, newOffset));
        return SequenceDiff.Of(old, renewed)
            .ConvertAll(hunk => new Hunk(oldStarts[hunk.Start], oldStarts[hunk.End], newStarts[hunk.NewStart], newStarts[hunk.NewEnd]));
    }

    private static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    private static int[] Starts(List<string> parts, int offset)
    {
        var starts = new int[parts.Count + 1];
        starts[0] = offset;
        for (var at = 0; at < parts.Count; at++)
        {
            starts[at + 1] = starts[at] + parts[at].Length;
        }

        return starts;
    }
}
