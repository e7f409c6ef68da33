using System.Text;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>
/// The words of some texts, each as often as it stands there; markup may cut one in two, so the letters are kept in a row too.
/// </summary>
internal sealed partial class WordCount
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly StringBuilder letters = new();
    private string? row;

    public WordCount(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            foreach (var word in Of(text))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
                letters.Append(word);
            }
        }
    }

    /// <summary>The words of a text, in composed letters.</summary>
    public static IEnumerable<string> Of(string text) =>
        Words().Matches(text.Replace("\uFE0F", "").Normalize()).Select(match => match.Value);

    /// <summary>Those of some words that stand here less often than they are asked for.</summary>
    public List<string> Missing(IEnumerable<string> words) =>
    [
        .. words.GroupBy(word => word, StringComparer.Ordinal)
            .Where(asked => counts.GetValueOrDefault(asked.Key) < asked.Count() && InRow(asked.Key) < asked.Count())
            .Select(asked => asked.Key),
    ];

    private int InRow(string word)
    {
        row ??= letters.ToString();
        var found = 0;
        for (var at = 0; (at = row.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
        {
            found++;
        }

        return found;
    }

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Words();
}
