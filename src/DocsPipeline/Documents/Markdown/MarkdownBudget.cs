namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// A bound on the work that a text can cause, in one pass and before the parser sees it. Markdig tries every <c>[</c> against the rest of
/// its paragraph (256 KiB of <c>[a](</c> take 15 s); within this budget it stays under a second. Counted, not timed: the same text is
/// refused on every machine.
/// </summary>
internal static class MarkdownBudget
{
    private const long Limit = 200_000_000;

    /// <summary>The offset at which the budget is spent, or -1.</summary>
    public static int SpentAt(string text)
    {
        if (IsSmall(text))
        {
            return -1;
        }

        var spent = 0L;
        for (var start = 0; start < text.Length;)
        {
            var end = ParagraphEnd(text, start);
            spent += Cost(text.AsSpan(start, end - start));
            if (spent > Limit)
            {
                return start;
            }

            start = end;
        }

        return -1;
    }

    // Even as one paragraph of nothing but marks, or of nothing but lines, it would stay below the limit.
    private static bool IsSmall(string text) =>
        2L * text.Length * text.Length <= Limit && text.AsSpan().Count('>') <= MarkdownPipelines.MaxDepth;

    // Brackets are tried against the whole paragraph, other marks against their line, and each line against those before it.
    private static long Cost(ReadOnlySpan<char> paragraph)
    {
        long cost = 0, lines = 0;
        foreach (var range in paragraph.Split('\n'))
        {
            var line = paragraph[range];
            long marks = line.Count('*') + line.Count('_') + line.Count('`') + line.Count('~') + line.Count('|') + line.Count('!');
            cost += (marks * line.Length) + ((line.Count('[') + line.Count('<')) * (long)paragraph.Length) + (
                QuoteDepth(line) > MarkdownPipelines.MaxDepth ? Limit : 0);
            lines++;
        }

        return cost + (lines * lines);
    }

    private static int QuoteDepth(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAnyExcept(" >\t");
        return line[..(end < 0 ? line.Length : end)].Count('>');
    }

    private static int ParagraphEnd(string text, int start)
    {
        var end = text.AsSpan(start).IndexOf("\n\n");
        var windows = text.AsSpan(start).IndexOf("\n\r\n");
        end = end < 0 ? windows : windows < 0 ? end : Math.Min(end, windows);
        return end < 0 ? text.Length : start + end + 2;
    }
}
