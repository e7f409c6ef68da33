namespace Build.CommandLine;

/// <summary>The word somebody probably meant: the nearest by insertions, deletions, replacements and swapped neighbours.</summary>
internal static class Suggestion
{
    /// <summary>The nearest candidate, or null where none is near enough to be a slip of the fingers.</summary>
    public static string? For(string typed, IEnumerable<string> candidates)
    {
        var near = candidates
            .Select(candidate => (Word: candidate, Distance: Distance(typed.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(typed.Length, pair.Word.Length) / 3) || IsBeginning(typed, pair.Word))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Word;
    }

    private static bool IsBeginning(string typed, string word) => typed.Length >= 3 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1,
                    cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
