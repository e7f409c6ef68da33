namespace DocsPipeline.Documents;

/// <summary>
/// Names that somebody may have meant. Asked for the nearest spelling it compares with those that share rare groups of three letters, and
/// with a bounded number of them: a thousand broken links in ten thousand documents must not cost ten million comparisons. Among a few
/// names, and for the same letters in another case, it always finds the nearest; among many, one that is very unlike may be missed.
/// </summary>
internal sealed class NameIndex
{
    /// <summary>As many names are simply compared one by one.</summary>
    private const int Few = 64;

    /// <summary>How many entries of the index one search looks at.</summary>
    private const int Budget = 512;

    private readonly Lazy<(string Name, string Lower)[]> sorted;
    private readonly Lazy<Dictionary<string, string>> exact;
    private readonly Lazy<TrigramIndex> trigrams;
    private long comparisons;

    public NameIndex(IEnumerable<string> names)
    {
        sorted = new(() =>
            [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => (name, name.ToLowerInvariant()))]);
        exact = new(() => sorted.Value.DistinctBy(pair => pair.Lower).ToDictionary(pair => pair.Lower, pair => pair.Name));
        trigrams = new(() => new TrigramIndex(sorted.Value.Select(pair => pair.Lower)));
    }

    /// <summary>How often two words were compared so far.</summary>
    public long Comparisons => comparisons;

    /// <summary>The nearest spelling, or null where none is near enough to be meant; the first of equals.</summary>
    public string? Nearest(string word)
    {
        var lower = word.ToLowerInvariant();
        if (sorted.Value.Length <= Few)
        {
            return Nearest(lower, Enumerable.Range(0, sorted.Value.Length));
        }

        return exact.Value.TryGetValue(lower, out var same) ? same : Nearest(lower, trigrams.Value.Candidates(lower, Few, Budget));
    }

    private string? Nearest(string lower, IEnumerable<int> candidates)
    {
        string? nearest = null;
        var best = int.MaxValue;
        foreach (var index in candidates)
        {
            var (name, candidate) = sorted.Value[index];
            var limit = Math.Min(best, EditDistance.Tolerance(lower.Length, candidate.Length));
            var distance = EditDistance.Between(lower, candidate, limit);
            Interlocked.Increment(ref comparisons);
            if (distance <= limit && (distance < best || string.CompareOrdinal(name, nearest) < 0))
            {
                (best, nearest) = (distance, name);
            }
        }

        return nearest;
    }
}
