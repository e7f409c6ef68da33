using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// What is refused before the Markdown parser sees it: its cost is quadratic in open brackets, in links that never end, and in the lines
/// of one paragraph that say where links lead.
/// </summary>
internal static class MarkdownLimits
{
    private const int MaximumOpenBrackets = 10_000;

    /// <summary><c>[name]: target</c>, in one paragraph.</summary>
    private const int MaximumTargets = 10_000;

    /// <summary>
    /// Characters that a parser may look at in search of the ends of links; a page of ordinary links needs fewer than it has.
    /// </summary>
    private const long MaximumSearch = 64 * 1024 * 1024;

    private const string Target = "]:";

    public static ScanFault? Check(string markdown)
    {
        if (markdown.Length > ConversionLimits.MarkdownCharacters)
        {
            return new ScanFault(FindingKind.PageIsTooLarge, 0,
                $"document has {markdown.Length} characters, more than {ConversionLimits.MarkdownCharacters}");
        }

        if (Crowded(markdown) is var crowded and >= 0)
        {
            return new ScanFault(
                FindingKind.NestingIsTooDeep, crowded, $"more than {MaximumTargets} targets of links stand in one paragraph");
        }

        var text = markdown.AsSpan();
        var (brackets, searched, at) = (0, 0L, 0);
        for (var next = text.IndexOfAny("[]\n"); next >= 0; next = text[at..].IndexOfAny("[]\n"))
        {
            at += next + 1;
            switch (text[at - 1])
            {
                case '\n' when at < text.Length && text[at] == '\n':
                    brackets = 0;
                    break;
                case '[' when !IsEscaped(text[..(at - 1)]):
                    brackets++;
                    break;
                case ']' when !IsEscaped(text[..(at - 1)]):
                    brackets = Math.Max(0, brackets - 1);
                    searched += at < text.Length && text[at] == '(' ? ToTheEnd(text[at..]) : 0;
                    break;
            }

            if (brackets > MaximumOpenBrackets || searched > MaximumSearch)
            {
                return new ScanFault(FindingKind.NestingIsTooDeep, at - 1,
                    $"more than {MaximumOpenBrackets} brackets are open in one paragraph, or as many links never end");
            }
        }

        return null;
    }

    /// <summary>Where one target too many stands, or −1.</summary>
    private static int Crowded(string markdown)
    {
        // A smaller document has no room for so many.
        if (markdown.Length < MaximumTargets * "[a]:\n".Length)
        {
            return -1;
        }

        var (count, end) = (0, -1);
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            if (at > end)
            {
                end = markdown.IndexOf("\n\n", at, StringComparison.Ordinal) is var blank and >= 0 ? blank : markdown.Length;
                count = 0;
            }

            if (++count > MaximumTargets)
            {
                return at;
            }
        }

        return -1;

        int Next(int from) => markdown.IndexOf(Target, from, StringComparison.Ordinal);
    }

    private static int ToTheEnd(ReadOnlySpan<char> target) => target.IndexOf(')') is var end && end >= 0 ? end : target.Length;

    private static bool IsEscaped(ReadOnlySpan<char> before) => (before.Length - before.TrimEnd('\\').Length) % 2 == 1;
}
