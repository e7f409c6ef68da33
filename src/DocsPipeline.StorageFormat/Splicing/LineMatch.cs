namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Pairs lines that share most of their words; a word counts the more, the fewer lines have it.</summary>
internal static class LineMatch
{
    /// <summary>A word of more lines than this tells nothing.</summary>
    private const int MostLines = 24;

    public static void Pair(IEnumerable<Piece> old, IEnumerable<Piece> renewed)
    {
        var index = Index(old);
        var weights = new Dictionary<Piece, double>();
        double Weight(Piece line) => weights.TryGetValue(line, out var weight) ? weight : weights[line] = Sum(line, index);

        var pairs = new List<(double Score, int Order, Piece Old, Piece Renewed)>();
        foreach (var line in renewed)
        {
            foreach (var (candidate, shared) in Shared(line.Words, index))
            {
                if (shared * 2 >= Math.Min(Weight(line), Weight(candidate)))
                {
                    pairs.Add((shared, pairs.Count, candidate, line));
                }
            }
        }

        var taken = new Dictionary<Piece, List<Piece>>();
        var parts = new Dictionary<Piece, List<Piece>>();
        foreach (var (_, _, candidate, line) in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Order))
        {
            if (candidate.Partner is null && line.Partner is null)
            {
                line.Pair(candidate, isExact: false);
            }

            if (!taken.TryGetValue(line, out var all))
            {
                taken[line] = all = [];
                // The best comes first: most of what the line says is from there.
                (parts.TryGetValue(candidate, out var lines) ? lines : parts[candidate] = []).Add(line);
            }

            all.Add(candidate);
        }

        // Of a line that was split the first part is what it was, as when it is split in Confluence.
        foreach (var (candidate, lines) in parts.Where(part => IsSplit(part.Key, part.Value)))
        {
            var first = lines.MinBy(line => line.Start)!;
            if (first.Partner is null)
            {
                first.Pair(candidate, isExact: false);
            }
        }

        // A line that took in others is the first of them that has an id: that one stayed where it was.
        foreach (var (line, all) in taken.Where(line => line.Key.Partner is not null && line.Value.Count > 1))
        {
            var free = all.Where(candidate => candidate.Partner is null || candidate.Partner == line);
            line.Pair(free.OrderBy(candidate => candidate.HasId ? 0 : 1).ThenBy(candidate => candidate.Start).First(), isExact: false);
        }
    }

    /// <summary>Whether lines are parts of what was one; together they say not much more than that did.</summary>
    private static bool IsSplit(Piece candidate, List<Piece> lines) => lines.Count > 1 && candidate.Partner is { } partner
        && lines.Contains(partner) && lines.Sum(line => line.Words.Count) * 4 <= candidate.Words.Count * 5;

    /// <summary>The lines that have a word, for every word that not too many have.</summary>
    public static Dictionary<string, List<Piece>> Index(IEnumerable<Piece> lines)
    {
        var index = new Dictionary<string, List<Piece>>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var word in line.Words.Distinct(StringComparer.Ordinal))
            {
                (index.TryGetValue(word, out var places) ? places : index[word] = []).Add(line);
            }
        }

        return index;
    }

    private static double Sum(Piece line, Dictionary<string, List<Piece>> index) =>
        line.Words.Distinct(StringComparer.Ordinal).Sum(word => 1.0 / (1 + (index.GetValueOrDefault(word)?.Count ?? 0)));

    /// <summary>How much some words have in common with each line of an index.</summary>
    public static Dictionary<Piece, double> Shared(IEnumerable<string> words, Dictionary<string, List<Piece>> index)
    {
        var shared = new Dictionary<Piece, double>();
        foreach (var word in words.Distinct(StringComparer.Ordinal))
        {
            if (index.TryGetValue(word, out var lines) && lines.Count <= MostLines)
            {
                foreach (var line in lines)
                {
                    shared[line] = shared.GetValueOrDefault(line) + (1.0 / (1 + lines.Count));
                }
            }
        }

        return shared;
    }
}
