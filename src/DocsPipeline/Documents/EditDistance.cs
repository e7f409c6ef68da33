namespace DocsPipeline.Documents;

/// <summary>How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn one word into another.</summary>
public static class EditDistance
{
    public static int Between(string left, string right) => Between(left, right, Math.Max(left.Length, right.Length));

    /// <summary>The same up to <paramref name="limit"/>; beyond it any larger number, found sooner the smaller the limit is.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> rows = right.Length < 256 ? stackalloc int[3 * (right.Length + 1)] : new int[3 * (right.Length + 1)];
        var width = right.Length + 1;
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows[(2 * width)..];
        for (var column = 0; column <= right.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            // Only a band around the diagonal can stay within the limit; what lies beside it is too far already.
            var (from, to) = (Math.Max(1, line - limit), Math.Min(right.Length, line + limit));
            row.Fill(limit + 1);
            row[0] = line;
            var least = from == 1 ? line : limit + 1;
            for (var column = from; column <= to; column++)
            {
                var replace = above[column - 1] + (left[line - 1] == right[column - 1] ? 0 : 1);
                row[column] = Math.Min(replace, Math.Min(above[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }

                least = Math.Min(least, row[column]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[right.Length];
    }

    /// <summary>The nearest spelling among the candidates, or null where none is near enough to be meant; the first of equals.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates) => new NameIndex(candidates).Nearest(word);

    /// <summary>How many letters two words may differ in for one to be meant where the other is written.</summary>
    internal static int Tolerance(int left, int right) => Math.Max(1, Math.Min(left, right) / 3);
}
