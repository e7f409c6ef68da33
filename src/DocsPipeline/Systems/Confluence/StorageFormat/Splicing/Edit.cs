namespace DocsPipeline.Systems.Confluence.StorageFormat.Splicing;

/// <summary>The Markdown of the base, the edited one, and what differs: all hunks by lines, in order.</summary>
internal sealed class Edit(string before, string after, SourceMap map)
{
    public string Before { get; } = before;

    public string After { get; } = after;

    public SourceMap Map { get; } = map;

    public List<Hunk> Hunks { get; } = TextDiff.Lines(before, after);

    /// <summary>What [start, end) of the base has become; its edges must not lie within a hunk.</summary>
    public string Renewed(int start, int end) => After[Move(start, atEnd: false)..Move(end, atEnd: true)];

    private int Move(int offset, bool atEnd)
    {
        var moved = offset;
        foreach (var hunk in Hunks)
        {
            if (atEnd ? hunk.End <= offset && (hunk.Start < offset || hunk.End > hunk.Start || hunk.Start == offset) : hunk.End <= offset && hunk.Start < offset)
            {
                moved = offset + hunk.NewEnd - hunk.End;
            }
        }

        return moved;
    }
}
