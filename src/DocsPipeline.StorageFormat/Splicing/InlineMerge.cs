using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// A new line of storage, aligned by words with the old lines that its words come from: the new text, in the old bytes where nothing
/// changed, with the comment markers put back. A word has one source, the likest first.
/// </summary>
internal sealed class InlineMerge
{
    private readonly List<InlineToken> news;
    private readonly List<string> bytes;
    private readonly bool[] claimed;
    private readonly List<Source> sources = [];

    public InlineMerge(Piece renewed)
    {
        news = InlineToken.Of(renewed);
        bytes = news.ConvertAll(token => token.Bytes);
        claimed = new bool[news.Count];
    }

    /// <summary>The words that no source has claimed yet.</summary>
    public IEnumerable<string> Unclaimed => news.Where((token, index) => !claimed[index] && IsWord(token)).Select(token => token.Key);

    /// <summary>Takes words from an old line: its bytes, too, where the new line is a version of it.</summary>
    public void Take(Piece old, bool isVersion)
    {
        var all = InlineToken.Read(old);
        var olds = all.FindAll(token => token.Kind is not (InlineTokenKind.MarkerStart or InlineTokenKind.MarkerEnd));
        var match = Match(olds, news);
        for (var at = 0; at < match.Length; at++)
        {
            match[at] = claimed[at] ? -1 : match[at];
        }

        for (var at = 0; at < match.Length; at++)
        {
            if (match[at] >= 0)
            {
                claimed[at] |= IsWord(news[at]);
                bytes[at] = IsSpace(news[at]) && !StandsBetween(match, at) ? bytes[at]
                    : news[at].Key == olds[match[at]].Key ? olds[match[at]].Bytes
                    : isVersion ? Reunion.Merge(olds[match[at]].Bytes, news[at].Bytes)
                    : bytes[at];
            }
        }

        // A line that is most of it from another is a part that was split off: a comment goes on in both.
        var words = news.Count(IsWord);
        var isPart = news.Where((token, at) => match[at] >= 0 && IsWord(token)).Count() * 2 > words;
        sources.Add(new Source(old, olds, match, InlineMarker.Of(all), isVersion, isPart));
    }

    /// <summary>Puts the comments back whose words are here; those that found a place are noted.</summary>
    public void PlaceWhereWordsAre(HashSet<(Piece Line, int Marker)> placed)
    {
        foreach (var source in sources)
        {
            foreach (var (index, marker) in source.Markers.Index())
            {
                var isHere = source.IsVersion || source.IsPart
                    ? marker.HasWords(source.Olds, source.Match)
                    : marker.Stands(source.Olds, source.Match);
                if (isHere && marker.Place(source.Olds, news, source.Match, bytes))
                {
                    placed.Add((source.Line, index));
                }
            }
        }
    }

    /// <summary>A comment on words that were replaced, and stand nowhere else, goes to what replaced them.</summary>
    public void PlaceWhereWordsWere(HashSet<(Piece Line, int Marker)> placed)
    {
        foreach (var source in sources.Where(source => source.IsVersion && source.Match.Any(old => old >= 0 && IsWord(source.Olds[old]))))
        {
            foreach (var (index, marker) in source.Markers.Index())
            {
                if (!placed.Contains((source.Line, index)) && marker.Place(source.Olds, news, source.Match, bytes))
                {
                    placed.Add((source.Line, index));
                }
            }
        }
    }

    public string Text()
    {
        var text = string.Concat(bytes);
        return StorageScanner.Scan(text, out _) is null ? string.Concat(news.Select(token => token.Bytes)) : text;
    }

    /// <summary>White space is the old one between the same neighbours; at the end of a line there may be more of it than shows.</summary>
    private static bool StandsBetween(int[] match, int at) =>
        at > 0 && at + 1 < match.Length && match[at - 1] == match[at] - 1 && match[at + 1] == match[at] + 1;

    private static bool IsSpace(InlineToken token) => token.Kind == InlineTokenKind.Word && token.Key == " ";

    private static bool IsWord(InlineToken token) => token.Kind == InlineTokenKind.Word && char.IsLetterOrDigit(token.Key[0]);

    /// <summary>
    /// For every new token the old one it is, or that it changed from (a mention, a macro: the same element in the same place), or −1.
    /// </summary>
    private static int[] Match(List<InlineToken> olds, List<InlineToken> news)
    {
        var match = new int[news.Count];
        var (oldAt, newAt) = (0, 0);
        var hunks = SequenceDiff.Of(olds.ConvertAll(token => token.Key), news.ConvertAll(token => token.Key));
        foreach (var hunk in hunks.Append(new Hunk(olds.Count, olds.Count, news.Count, news.Count)))
        {
            while (newAt < hunk.NewStart)
            {
                match[newAt++] = oldAt++;
            }

            for (; newAt < hunk.NewEnd; newAt++)
            {
                var partner = olds.FindIndex(oldAt, hunk.End - oldAt, news[newAt].IsSameElement);
                match[newAt] = partner;
                oldAt = partner < 0 ? oldAt : partner + 1;
            }

            oldAt = hunk.End;
        }

        return match;
    }

    private sealed record Source(Piece Line, List<InlineToken> Olds, int[] Match, List<InlineMarker> Markers, bool IsVersion, bool IsPart);
}
