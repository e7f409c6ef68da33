using DocsPipeline.StorageFormat.Mapping;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The Markdown of the base, the edited one, and what differs: hunks in order, found by lines and narrowed to the characters.
/// </summary>
internal sealed class Edit
{
    private readonly HashSet<string> movedLines;

    public Edit(string before, string after, SourceMap map)
    {
        (Before, After, Map) = (before, after, map);
        var lines = TextDiff.Lines(before, after);
        Hunks = lines.ConvertAll(Narrow);
        movedLines = Moved(lines);
    }

    public string Before { get; }

    public string After { get; }

    public SourceMap Map { get; }

    public List<Hunk> Hunks { get; }

    /// <summary>Whether a hunk touches a line that is gone from one place and stands at another.</summary>
    public bool IsMoved(Hunk hunk) =>
        movedLines.Count > 0 && (IsMoved(Before, hunk.Start, hunk.End) || IsMoved(After, hunk.NewStart, hunk.NewEnd));

    private bool IsMoved(string text, int start, int end)
    {
        start = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        end = text.IndexOf('\n', end) is var feed and >= 0 ? feed : text.Length;
        return text[start..Math.Max(start, end)].Split('\n').Any(line => movedLines.Contains(Bare(line)));
    }

    /// <summary>What [start, end) of the base has become; its edges must not lie within a hunk.</summary>
    public string Renewed(int start, int end) => After[Move(start, atEnd: false)..Move(end, atEnd: true)];

    /// <summary>Where in the edited Markdown that stands, or would stand, which [start, end) of the page is.</summary>
    public int PlaceOf(int start, int end)
    {
        var before = Map.Texts.Where(text => text.StorageStart <= start).Select(text => text.End).DefaultIfEmpty().Max();
        var place = Map.Texts.Where(text => text.StorageStart >= start && text.StorageEnd <= end).Select(text => text.Start)
            .DefaultIfEmpty(before).Min();
        var at = Offsets.First(Hunks, hunk => hunk.End >= place);
        return at < Hunks.Count && Hunks[at].Start <= place ? Hunks[at].NewStart
            : at == 0 ? place
            : place + Hunks[at - 1].NewEnd - Hunks[at - 1].End;
    }

    private HashSet<string> Moved(List<Hunk> lines)
    {
        var (gone, come) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var hunk in lines)
        {
            gone.UnionWith(Before[hunk.Start..hunk.End].Split('\n').Select(Bare));
            come.UnionWith(After[hunk.NewStart..hunk.NewEnd].Split('\n').Select(Bare));
        }

        gone.IntersectWith(come);
        gone.RemoveWhere(line => !line.Any(char.IsLetterOrDigit));
        return gone;
    }

    /// <summary>What a line says, whatever stands around it and whichever number it has in its list.</summary>
    private static string Bare(string line)
    {
        var text = line.AsSpan().Trim(" >");
        var number = text.IndexOfAnyExceptInRange('0', '9');
        var marker = number > 0 && text[number] is ('.' or ')') ? number + 1 : text.Length > 0 && text[0] is ('-' or '*' or '+') ? 1 : 0;
        return (marker > 0 && marker < text.Length && text[marker] == ' ' ? text[marker..].TrimStart() : text).ToString();
    }

    private Hunk Narrow(Hunk hunk)
    {
        var old = Before.AsSpan(hunk.Start, hunk.End - hunk.Start);
        var renewed = After.AsSpan(hunk.NewStart, hunk.NewEnd - hunk.NewStart);
        var prefix = old.CommonPrefixLength(renewed);
        var suffix = TextChange.CommonSuffixLength(old[prefix..], renewed[prefix..]);
        return new Hunk(hunk.Start + prefix, hunk.End - suffix, hunk.NewStart + prefix, hunk.NewEnd - suffix);
    }

    /// <summary>What is put in at an offset lies behind what begins there, and in what ends there.</summary>
    private int Move(int offset, bool atEnd)
    {
        var at = Offsets.First(Hunks, hunk => hunk.End > offset || (!atEnd && hunk.Start >= offset)) - 1;
        return at < 0 ? offset : offset + Hunks[at].NewEnd - Hunks[at].End;
    }
}
