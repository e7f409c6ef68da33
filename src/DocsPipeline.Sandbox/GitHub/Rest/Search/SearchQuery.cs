namespace DocsPipeline.Sandbox.GitHub.Rest.Search;

/// <summary>
/// GitHub's search text: words that must occur, and qualifiers (<c>repo:owner/name</c>, <c>-label:"two words"</c>). A colon in quotes
/// belongs to a word.
/// </summary>
internal sealed record SearchQuery(IReadOnlyList<string> Words, IReadOnlyList<Qualifier> Qualifiers)
{
    /// <summary>Splits at spaces outside quotes.</summary>
    public static SearchQuery Parse(string text)
    {
        var (words, qualifiers) = (new List<string>(), new List<Qualifier>());
        foreach (var token in Tokens(text))
        {
            var colon = token.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !token.StartsWith('"') && colon < token.Length - 1)
            {
                var isNot = token[0] == '-';
                qualifiers.Add(new Qualifier(token[(isNot ? 1 : 0)..colon].ToLowerInvariant(), token[(colon + 1)..].Trim('"'), isNot));
            }
            else
            {
                words.Add(token.Trim('"'));
            }
        }

        return new SearchQuery(words, qualifiers);
    }

    public IEnumerable<string> Values(string key) => Qualifiers.Where(one => one.Key == key && !one.IsNot).Select(one => one.Value);

    /// <summary>Whether the text holds every word, whatever the case.</summary>
    public bool IsIn(string text) => Words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Tokens(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (at == text.Length || (char.IsWhiteSpace(text[at]) && !isQuoted))
            {
                if (at > start)
                {
                    yield return text[start..at];
                }

                start = at + 1;
            }
        }
    }
}

/// <summary><c>key:value</c>, or with a minus what must not be.</summary>
internal sealed record Qualifier(string Key, string Value, bool IsNot);
