namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>The shortest edit between two sequences (Myers), as hunks; sequences that differ nearly everywhere are one hunk.</summary>
internal static class SequenceDiff
{
    private const int MaximumEdits = 1000;

    public static List<Hunk> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] Intern(IReadOnlyList<string> items)
        {
            var ids = new int[items.Count];
            for (var at = 0; at < ids.Length; at++)
            {
                ids[at] = names.TryGetValue(items[at], out var id) ? id : names[items[at]] = names.Count;
            }

            return ids;
        }

        return Of(Intern(before), Intern(after));
    }

    private static List<Hunk> Of(int[] before, int[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var (old, renewed) = (before[start..^end], after[start..^end]);
        return old.Length + renewed.Length == 0 ? []
            : old.Length == 0 || renewed.Length == 0 ? [new Hunk(start, start + old.Length, start, start + renewed.Length)]
            : Hunks(old, renewed, start);
    }

    private static List<Hunk> Hunks(int[] old, int[] renewed, int offset)
    {
        var trace = Search(old, renewed);
        if (trace is null)
        {
            return [new Hunk(offset, offset + old.Length, offset, offset + renewed.Length)];
        }

        var hunks = new List<Hunk>();
        var (x, y) = (old.Length, renewed.Length);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var (reach, middle) = (trace[edits], trace[edits].Length / 2);
            var diagonal = x - y;
            var down = diagonal == -edits || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
            var previous = diagonal + (down ? 1 : -1);
            var previousX = edits == 0 ? 0 : reach[middle + previous];
            var previousY = edits == 0 ? 0 : previousX - previous;
            (x, y) = (previousX, previousY);
            if (edits > 0)
            {
                Prepend(hunks, down
                    ? new Hunk(x + offset, x + offset, y + offset, y + 1 + offset)
                    : new Hunk(x + offset, x + 1 + offset, y + offset, y + offset));
            }
        }

        hunks.Reverse();
        return hunks;
    }

    /// <summary>Hunks come from the back; one that ends where the last one begins is part of it.</summary>
    private static void Prepend(List<Hunk> hunks, Hunk hunk)
    {
        if (hunks.Count > 0 && hunks[^1].Start == hunk.End && hunks[^1].NewStart == hunk.NewEnd)
        {
            hunk = new Hunk(hunk.Start, hunks[^1].End, hunk.NewStart, hunks[^1].NewEnd);
            hunks.RemoveAt(hunks.Count - 1);
        }

        hunks.Add(hunk);
    }

    private static List<int[]>? Search(int[] old, int[] renewed)
    {
        var most = Math.Min(old.Length + renewed.Length, MaximumEdits);
        var reach = new int[(2 * most) + 3];
        var middle = reach.Length / 2;
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add((int[])reach.Clone());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var down = diagonal == -edits || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1]);
                var x = down ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1;
                var y = x - diagonal;
                while (x < old.Length && y < renewed.Length && old[x] == renewed[y])
                {
                    (x, y) = (x + 1, y + 1);
                }

                reach[middle + diagonal] = x;
                if (x >= old.Length && y >= renewed.Length)
                {
                    return trace;
                }
            }
        }

        return null;
    }
}
