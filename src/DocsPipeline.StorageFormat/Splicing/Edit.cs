using DocsPipeline.StorageFormat.Mapping;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The Markdown of the base, the edited one, and what differs: hunks in order, found by lines and narrowed to the characters.
/// </summary>
internal sealed class Edit
{
    public Edit(string before, string after, SourceMap map)
    {
        (Before, After, Map) = (before, after, map);
        var lines = TextDiff.Lines(before, after);
        Hunks = lines.ConvertAll(hunk => Narrow(before, after, hunk));
        MovedLines = Moved(before, after, lines);
    }

    public string Before { get; }

    public string After { get; }

    public SourceMap Map { get; }

    public List<Hunk> Hunks { get; }

    /// <summary>Lines that are gone from one place and stand at another.</summary>
    public HashSet<string> MovedLines { get; }

    /// <summary>Whether a stretch of the edited Markdown touches a line that was moved there.</summary>
    public bool IsMoved(int start, int end)
    {
        if (MovedLines.Count == 0)
        {
            return false;
        }

        start = start == 0 ? 0 : After.LastIndexOf('\n', start - 1) + 1;
        end = After.IndexOf('\n', end) is var feed and >= 0 ? feed : After.Length;
        return After[start..Math.Max(start, end)].Split('\n').Any(line => MovedLines.Contains(line.Trim()));
    }

    /// <summary>What [start, end) of the base has become; its edges must not lie within a hunk.</summary>
    public string Renewed(int start, int end) => After[Move(start, atEnd: false)..Move(end, atEnd: true)];

    private static HashSet<string> Moved(string before, string after, List<Hunk> lines)
    {
        var (gone, come) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var hunk in lines)
        {
            gone.UnionWith(before[hunk.Start..hunk.End].Split('\n').Select(line => line.Trim()));
            come.UnionWith(after[hunk.NewStart..hunk.NewEnd].Split('\n').Select(line => line.Trim()));
        }

        gone.IntersectWith(come);
        gone.RemoveWhere(line => !line.Any(char.IsLetterOrDigit));
        return gone;
    }

    private static Hunk Narrow(string before, string after, Hunk hunk)
    {
        var old = before.AsSpan(hunk.Start, hunk.End - hunk.Start);
        var renewed = after.AsSpan(hunk.NewStart, hunk.NewEnd - hunk.NewStart);
        var prefix = old.CommonPrefixLength(renewed);
        var suffix = 0;
        while (suffix < Math.Min(old.Length, renewed.Length) - prefix && old[^(suffix + 1)] == renewed[^(suffix + 1)])
        {
            suffix++;
        }

        return new Hunk(hunk.Start + prefix, hunk.End - suffix, hunk.NewStart + prefix, hunk.NewEnd - suffix);
    }

    private int Move(int offset, bool atEnd)
    {
        var moved = offset;
        foreach (var hunk in Hunks)
        {
            if (atEnd
                ? hunk.End <= offset && (hunk.Start < offset || hunk.End > hunk.Start || hunk.Start == offset)
                : hunk.End <= offset && hunk.Start < offset)
            {
                moved = offset + hunk.NewEnd - hunk.End;
            }
        }

        return moved;
    }
}
