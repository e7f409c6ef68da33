namespace DocsPipeline.Sync.Merging;

/// <summary>
/// Merges two edited texts over their common base, block by block. Changes in different blocks are both taken; where both sides changed the
/// same place differently, both texts are kept in <c>::::: conflict</c> containers, which no projection lets through to a partner.
/// Neighbouring blocks count as different places where neither side added or removed one.
/// </summary>
internal static class BlockMerge
{
    private const long LargestTable = 25_000_000;

    /// <summary>
    /// The merged text and how many places are in conflict. <paramref name="canonical"/> writes a block the way the base is written: a
    /// block of ours that differs from the base in its spelling only (<c>*</c> for <c>-</c>) was not changed.
    /// </summary>
    public static (string Text, int Conflicts) Merge(
        string @base, string ours, string theirs, string theirName, Func<string, string?> canonical)
    {
        if (Same(ours, theirs) || Same(@base, theirs))
        {
            return (ours, 0);
        }

        if (Same(@base, ours))
        {
            return (theirs, 0);
        }

        var (old, right) = (MarkdownBlocks.Split(@base), MarkdownBlocks.Split(theirs));
        var left = Respell(MarkdownBlocks.Split(ours), old, canonical);
        var (inLeft, inRight) = (Match(old, left), Match(old, right));
        var merged = new List<string>();
        var conflicts = 0;
        for (int at = 0, leftAt = 0, rightAt = 0; at < old.Count || leftAt < left.Count || rightAt < right.Count;)
        {
            var next = at;
            while (next < old.Count && (inLeft[next] < 0 || inRight[next] < 0))
            {
                next++;
            }

            var (leftEnd, rightEnd) = next < old.Count ? (inLeft[next], inRight[next]) : (left.Count, right.Count);
            conflicts += Settle(Slice(old, at, next), Slice(left, leftAt, leftEnd), Slice(right, rightAt, rightEnd), theirName, merged);
            if (next < old.Count)
            {
                merged.Add(old[next]);
            }

            (at, leftAt, rightAt) = (next + 1, leftEnd + 1, rightEnd + 1);
        }

        return (MarkdownBlocks.Join(merged), conflicts);
    }

    /// <summary>Whether two texts are the same but for blank lines between their blocks.</summary>
    public static bool Same(string left, string right) => MarkdownBlocks.Split(left).SequenceEqual(MarkdownBlocks.Split(right));

    private static List<string> Respell(IReadOnlyList<string> blocks, IReadOnlyList<string> old, Func<string, string?> canonical)
    {
        var known = old.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. blocks.Select(block =>
                known.Contains(block) || canonical(block) is not { } respelled || !known.Contains(respelled) ? block : respelled),
        ];
    }

    private static int Settle(List<string> old, List<string> left, List<string> right, string theirName, List<string> merged)
    {
        if (left.SequenceEqual(right) || right.SequenceEqual(old))
        {
            merged.AddRange(left);
            return 0;
        }

        if (left.SequenceEqual(old))
        {
            merged.AddRange(right);
            return 0;
        }

        if (old.Count > 1 && old.Count == left.Count && old.Count == right.Count)
        {
            return Enumerable.Range(0, old.Count).Sum(place => Settle([old[place]], [left[place]], [right[place]], theirName, merged));
        }

        merged.Add($"::::: conflict {{from=\"repository\"}}\n{string.Join("\n\n", left)}\n:::::");
        merged.Add($"::::: conflict {{from=\"{theirName}\"}}\n{string.Join("\n\n", right)}\n:::::");
        return 1;
    }

    private static List<string> Slice(IReadOnlyList<string> blocks, int from, int to) =>
        [.. blocks.Skip(from).Take(Math.Max(0, to - from))];

    /// <summary>For each block of the old text its place in the new one, or -1: a longest common subsequence.</summary>
    private static int[] Match(IReadOnlyList<string> old, IReadOnlyList<string> changed)
    {
        var match = new int[old.Count];
        Array.Fill(match, -1);
        var start = 0;
        while (start < old.Count && start < changed.Count && old[start] == changed[start])
        {
            match[start] = start++;
        }

        if ((long)(old.Count - start) * (changed.Count - start) > LargestTable)
        {
            return match;
        }

        var lengths = new int[old.Count - start + 1, changed.Count - start + 1];
        for (var row = old.Count - 1; row >= start; row--)
        {
            for (var column = changed.Count - 1; column >= start; column--)
            {
                lengths[row - start, column - start] = old[row] == changed[column]
                    ? lengths[row - start + 1, column - start + 1] + 1
                    : Math.Max(lengths[row - start + 1, column - start], lengths[row - start, column - start + 1]);
            }
        }

        for (int row = start, column = start; row < old.Count && column < changed.Count;)
        {
            if (old[row] == changed[column])
            {
                match[row++] = column++;
            }
            else if (lengths[row - start + 1, column - start] >= lengths[row - start, column - start + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return match;
    }
}
