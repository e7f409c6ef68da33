using System.Buffers;
using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Secrets;

/// <summary>Finds private keys, tokens and passwords in text. Says where and what sort, never the secret itself.</summary>
internal static class SecretDetector
{
    private static readonly SearchValues<string> Hints = SearchValues.Create([.. SecretPatterns.All.SelectMany(pattern => pattern.Hints).Distinct()], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Diagnostic> Find(string path, string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
        {
            return [];
        }

        var found = new List<Diagnostic>();
        foreach (var pattern in SecretPatterns.All.Where(pattern => Array.Exists(pattern.Hints, hint => text.Contains(hint, StringComparison.OrdinalIgnoreCase))))
        {
            foreach (Match match in pattern.Expression.Matches(text))
            {
                var secret = match.Groups["secret"] is { Success: true } group ? group : match;
                var span = SourceSpan.At(text, secret.Index, secret.Length);
                if (pattern.Accepts(secret.Value) && !found.Exists(earlier => earlier.Span.Line == span.Line))
                {
                    found.Add(Catalogue.Leaks.SecretIsPasted.At(path, span, $"{pattern.Name} is pasted into the text",
                        help: "take it out and have it changed: it stays readable in the history of the repository"));
                }
            }
        }

        return found;
    }
}
