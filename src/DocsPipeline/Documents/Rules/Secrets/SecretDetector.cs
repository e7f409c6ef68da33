using System.Buffers;
using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Secrets;

/// <summary>
/// Finds private keys, tokens and passwords in text. Says where and what sort, never the secret itself. No pattern goes beyond its line,
/// and only lines that hold one of the patterns' words are looked at.
/// </summary>
internal static class SecretDetector
{
    // The runtime looks for a few words at a time several times faster than for many.
    private const int WordsAtATime = 8;

    private static readonly IReadOnlyList<SearchValues<string>> Words = [.. WordsOf(ignoreCase: false), .. WordsOf(ignoreCase: true)];

    /// <summary>At most one for each line.</summary>
    public static IEnumerable<Diagnostic> Find(string path, string text)
    {
        var found = new List<Diagnostic>();
        Span<int> next = stackalloc int[Words.Count];
        next.Fill(-1);
        for (int start = 0, line = 1; Next(text, start, next) is var hint && hint < text.Length;)
        {
            line += text.AsSpan(start, hint - start).Count('\n');
            var from = text.AsSpan(0, hint).LastIndexOf('\n') + 1;
            var end = text.IndexOf('\n', hint);
            end = end < 0 ? text.Length : end;
            if (Find(text, from, end - from) is var (pattern, secret))
            {
                found.Add(Catalogue.Leaks.SecretIsPasted.At(
                    path, new SourceSpan(line, secret.Index - from + 1, Math.Max(1, secret.Length)),
                    $"{pattern.Name} is pasted into the text",
                    help: "take it out and have it changed: it stays readable in the history of the repository"));
            }

            start = end;
        }

        return found;
    }

    // The first word at or after a place, or the end of the text; where each word comes next is remembered, so that no stretch of text is
    // searched twice for it.
    private static int Next(string text, int from, Span<int> next)
    {
        var first = text.Length;
        for (var index = 0; index < next.Length; index++)
        {
            if (next[index] < from)
            {
                next[index] = text.AsSpan(from).IndexOfAny(Words[index]) is >= 0 and var at ? from + at : text.Length;
            }

            first = Math.Min(first, next[index]);
        }

        return first;
    }

    private static IEnumerable<SearchValues<string>> WordsOf(bool ignoreCase) => SecretPatterns.All
        .Where(pattern => pattern.IgnoresCase == ignoreCase).SelectMany(pattern => pattern.Hints)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Chunk(WordsAtATime)
        .Select(words => SearchValues.Create(words, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    private static (SecretPattern Pattern, Capture Secret)? Find(string text, int from, int length)
    {
        foreach (var pattern in SecretPatterns.All)
        {
            var match = pattern.MayBeIn(text.AsSpan(from, length)) ? pattern.Expression.Match(text, from, length) : Match.Empty;
            for (; match.Success; match = match.NextMatch())
            {
                Capture secret = match.Groups["secret"] is { Success: true } group ? group : match;
                if (pattern.Accepts(secret.Value))
                {
                    return (pattern, secret);
                }
            }
        }

        return null;
    }
}
