namespace DocsPipeline.Documents;

/// <summary>How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn one word into another.</summary>
public static class EditDistance
{
    public static int Between(string left, string right)
    {
        var before = new int[right.Length + 1];
        var above = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var replace = above[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
                row[column] = Math.Min(replace, Math.Min(above[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    /// <summary>The nearest spelling among the candidates, or null where none is near enough to be meant; the first of equals.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var lower = word.ToLowerInvariant();
        return candidates
            .Select(candidate => (Candidate: candidate, Distance: Between(lower, candidate.ToLowerInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Min(word.Length, pair.Candidate.Length) / 3))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();
    }
}
