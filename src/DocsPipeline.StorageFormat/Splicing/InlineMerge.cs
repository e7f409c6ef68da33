using System.Text;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Two versions of one line of storage, aligned by words: the new text, in the old bytes where nothing changed, with the comment markers
/// put back.
/// </summary>
internal static class InlineMerge
{
    public static string Merge(StorageTree before, int old, StorageTree after, int renewed)
    {
        var all = InlineToken.Of(before, old);
        var olds = all.FindAll(token => token.Kind is not (InlineTokenKind.MarkerStart or InlineTokenKind.MarkerEnd));
        var news = InlineToken.Of(after, renewed);
        var match = Match(olds, news);
        var bytes = news.Select((token, index) => match[index] < 0 ? token.Bytes
            : token.Key == olds[match[index]].Key ? olds[match[index]].Bytes
            : ElementMerge.Merge(olds[match[index]].Bytes, token.Bytes)).ToList();
        var plain = string.Concat(bytes);
        foreach (var marker in InlineMarker.Of(all))
        {
            _ = marker.Place(olds, news, match, bytes);
        }

        var marked = string.Concat(bytes);
        return StorageScanner.Scan(marked, out _) is null ? plain : marked;
    }

    /// <summary>
    /// The new line with some comments of an old one around their words, or null where most of these words are not in it. What else the new
    /// line has stays as it is.
    /// </summary>
    public static string? Put(StorageTree before, int old, IReadOnlyCollection<int> comments, StorageTree after, int renewed)
    {
        var references = comments.Select(marker => before.RawAttribute(marker, "ac:ref").ToString()).ToHashSet(StringComparer.Ordinal);
        var all = InlineToken.Of(before, old);
        var olds = all.FindAll(token => token.Kind is not (InlineTokenKind.MarkerStart or InlineTokenKind.MarkerEnd));
        var news = InlineToken.Of(after, renewed);
        var match = Match(olds, news);
        var bytes = news.ConvertAll(token => token.Bytes);
        var placed = 0;
        foreach (var marker in InlineMarker.Of(all).Where(marker => references.Contains(marker.Reference) && marker.Stands(olds, match)))
        {
            placed += marker.Place(olds, news, match, bytes) ? 1 : 0;
        }

        var line = string.Concat(bytes);
        return placed > 0 && StorageScanner.Scan(line, out _) is not null ? line : null;
    }

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
}
