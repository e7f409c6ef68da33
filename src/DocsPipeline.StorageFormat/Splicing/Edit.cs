using DocsPipeline.StorageFormat.Mapping;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The Markdown of the base, the edited one, and what differs: hunks in order, found by lines and narrowed to the characters.
/// </summary>
internal sealed class Edit(string before, string after, SourceMap map)
{
    public string Before { get; } = before;

    public string After { get; } = after;

    public SourceMap Map { get; } = map;

    public List<Hunk> Hunks { get; } = TextDiff.Lines(before, after).ConvertAll(hunk => Narrow(before, after, hunk));

    /// <summary>What [start, end) of the base has become; its edges must not lie within a hunk.</summary>
    public string Renewed(int start, int end) => After[Move(start, atEnd: false)..Move(end, atEnd: true)];

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
