namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>Which documents take each other's place in a circle. Each document is visited once, however long the chains are.</summary>
internal static class Supersessions
{
    /// <summary>The ids of every circle, by the first of them in order, beginning with it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Circles(IReadOnlyDictionary<string, KnownSummary> byId)
    {
        var circles = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in byId.Keys)
        {
            var chain = new List<string>();
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var next = start;
            while (next is not null && byId.TryGetValue(next, out var document) && seen.Add(next))
            {
                places[next] = chain.Count;
                chain.Add(next);
                next = document.Supersedes;
            }

            if (next is not null && places.TryGetValue(next, out var from))
            {
                var circle = chain[from..];
                var least = circle.IndexOf(circle.Min(StringComparer.Ordinal)!);
                circles[circle[least]] = [.. circle[least..], .. circle[..least]];
            }
        }

        return circles;
    }
}
