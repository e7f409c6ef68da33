namespace DocsPipeline.Documents;

/// <summary>Which words hold a group of three letters; the ends of a word count as letters.</summary>
internal sealed class TrigramIndex
{
    private const char End = '\0';

    private readonly ulong[] groups;
    private readonly int[] words;

    public TrigramIndex(IEnumerable<string> all)
    {
        var entries = new List<(ulong Group, int Word)>();
        var number = 0;
        foreach (var word in all)
        {
            entries.AddRange(Groups(word).Select(group => (group, number)));
            number++;
        }

        entries.Sort();
        groups = [.. entries.Select(entry => entry.Group)];
        words = [.. entries.Select(entry => entry.Word)];
    }

    /// <summary>At most <paramref name="count"/> words that share most groups with this one, rare groups first, after looking at no more
    /// than <paramref name="budget"/> entries; the same ones every time.</summary>
    public IEnumerable<int> Candidates(string word, int count, int budget)
    {
        var shared = new Dictionary<int, int>();
        foreach (var (from, to) in Groups(word).Select(Range).OrderBy(range => range.To - range.From).ThenBy(range => range.From))
        {
            for (var entry = from; entry < to && budget > 0; entry++, budget--)
            {
                shared[words[entry]] = shared.GetValueOrDefault(words[entry]) + 1;
            }
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(count).Select(pair => pair.Key);
    }

    private (int From, int To) Range(ulong group)
    {
        var from = LowerBound(group);
        return (from, LowerBound(group + 1));
    }

    private int LowerBound(ulong group)
    {
        var (low, high) = (0, groups.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = groups[middle] < group ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static IEnumerable<ulong> Groups(string word) => Enumerable.Range(-2, word.Length + 2).Select(at => Group(word, at)).Distinct();

    private static ulong Group(string word, int at) =>
        ((ulong)Letter(word, at) << 32) | ((ulong)Letter(word, at + 1) << 16) | Letter(word, at + 2);

    private static char Letter(string word, int at) => at >= 0 && at < word.Length ? word[at] : End;
}
