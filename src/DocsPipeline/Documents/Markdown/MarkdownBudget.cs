namespace DocsPipeline.Documents.Markdown;

/// <summary>
/// A bound on the work that a text can cause, in one pass and before the parser sees it. Markdig tries every <c>[</c> against the rest of its
/// paragraph (256 KiB of <c>[a](</c> take 15 s); within this budget it stays well under a second. Counted, not timed: the same text is refused on
/// every machine.
/// </summary>
internal static class MarkdownBudget
{
    private const long Limit = 60_000_000;

    /// <summary>The offset at which the budget is spent, or -1.</summary>
    public static int SpentAt(string text)
    {
        var spent = 0L;
        for (var start = 0; start < text.Length;)
        {
            var end = ParagraphEnd(text, start);
            long openers = 0;
            foreach (var character in text.AsSpan(start, end - start))
            {
                openers += character is '[' or '<' or '`' or '*' or '_' or '~' or '|' or '!' ? 1 : 0;
            }

            spent += openers * (end - start);
            if (spent > Limit)
            {
                return start;
            }

            start = end;
        }

        return -1;
    }

    private static int ParagraphEnd(string text, int start)
    {
        var end = text.AsSpan(start).IndexOf("\n\n");
        var windows = text.AsSpan(start).IndexOf("\n\r\n");
        end = end < 0 ? windows : windows < 0 ? end : Math.Min(end, windows);
        return end < 0 ? text.Length : start + end + 2;
    }
}
