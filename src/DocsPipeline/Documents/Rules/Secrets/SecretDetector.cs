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
    // Apart, because a few words in any case are found as fast as many in one.
    private static readonly SearchValues<string> Tokens = Words(ignoreCase: false);
    private static readonly SearchValues<string> Passwords = Words(ignoreCase: true);

    /// <summary>At most one for each line.</summary>
    public static IEnumerable<Diagnostic> Find(string path, string text)
    {
        var found = new List<Diagnostic>();
        var (token, password) = (Next(text, 0, Tokens), Next(text, 0, Passwords));
        for (int start = 0, line = 1; Math.Min(token, password) is var hint && hint < text.Length;)
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
            token = token < end ? Next(text, end, Tokens) : token;
            password = password < end ? Next(text, end, Passwords) : password;
        }

        return found;
    }

    private static int Next(string text, int from, SearchValues<string> words) =>
        text.AsSpan(from).IndexOfAny(words) is >= 0 and var at ? from + at : text.Length;

    private static SearchValues<string> Words(bool ignoreCase) => SearchValues.Create(
        [.. SecretPatterns.All.Where(pattern => pattern.IgnoresCase == ignoreCase).SelectMany(pattern => pattern.Hints).Distinct()],
        ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

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
