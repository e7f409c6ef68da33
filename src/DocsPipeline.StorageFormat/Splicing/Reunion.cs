using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// What an edit moved comes back without ids and comments, since it stands where nothing stood. Here it gets them again: an element that
/// reads as one that is gone is that one, and a comment goes where its words went.
/// </summary>
internal static class Reunion
{
    public static string Apply(string before, string after)
    {
        var lost = Identities.In(TextChange.Of(before, after).Tags(before));
        if (lost.Count > 0)
        {
            lost.ExceptWith(Identities.In(after));
        }

        if (lost.Count == 0 || StorageScanner.Scan(before, out _) is not { } old)
        {
            return after;
        }

        var moved = Elements(old, after, lost);
        return Comments(old, moved);
    }

    /// <summary>The new page with every element that is an old one unchanged in the old one's bytes.</summary>
    private static string Elements(StorageTree old, string after, HashSet<string> lost)
    {
        var gone = Gone(old, lost);
        if (gone.Count == 0 || StorageScanner.Scan(after, out _) is not { } renewed)
        {
            return after;
        }

        var names = gone.Values.SelectMany(nodes => nodes).Select(node => old.NameOf(node).ToString()).ToHashSet(StringComparer.Ordinal);
        var replacements = new List<Replacement>();
        var end = 0;
        for (var node = 1; node < renewed.Count; node++)
        {
            if (renewed[node].Kind != NodeKind.Element || renewed[node].Start < end || !names.Contains(renewed.NameOf(node).ToString())
                || HoldsIdentity(renewed, node) || !gone.TryGetValue(StorageKey.Of(renewed, node), out var candidates))
            {
                continue;
            }

            // What a larger element took along is gone no more.
            while (candidates.TryDequeue(out var candidate))
            {
                if (Below(old, candidate).All(lost.Contains))
                {
                    lost.ExceptWith(Below(old, candidate));
                    replacements.Add(new Replacement(renewed[node].Start, renewed[node].End, old.Outer(candidate).ToString()));
                    end = renewed[node].End;
                    break;
                }
            }
        }

        return Replacement.Apply(after, replacements) ?? after;
    }

    /// <summary>The old elements that are gone with everything that hangs on them, by what they say; those around others first.</summary>
    private static Dictionary<string, Queue<int>> Gone(StorageTree tree, HashSet<string> lost)
    {
        var gone = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind != NodeKind.Element || Identities.IsMarker(tree, node))
            {
                continue;
            }

            var identities = Below(tree, node);
            if (identities.Count > 0 && identities.TrueForAll(lost.Contains))
            {
                var key = StorageKey.Of(tree, node);
                (gone.TryGetValue(key, out var nodes) ? nodes : gone[key] = new Queue<int>()).Enqueue(node);
            }
        }

        return gone;
    }

    private static List<string> Below(StorageTree tree, int node)
    {
        var identities = new List<string>();
        var end = tree[node].End;
        for (var at = node; at < tree.Count && tree[at].Start < end; at++)
        {
            if (tree[at].Kind == NodeKind.Element)
            {
                identities.AddRange(Identities.Of(tree, at));
            }
        }

        return identities;
    }

    private static bool HoldsIdentity(StorageTree tree, int node) => Below(tree, node).Count > 0;

    /// <summary>The page with every comment that lost its place put where its words are now.</summary>
    private static string Comments(StorageTree old, string page)
    {
        if (StorageScanner.Scan(page, out _) is not { } renewed)
        {
            return page;
        }

        var standing = Identities.Comments(renewed);
        foreach (var holder in Holders(old))
        {
            var missing = MarkersIn(old, holder).Where(marker => !standing.Contains(old.Attribute(marker, "ac:ref") ?? "")).ToList();
            foreach (var place in missing.Count == 0 ? [] : Places(old, holder, missing, renewed))
            {
                if (InlineMerge.Put(old, holder, missing, renewed, place) is { } text)
                {
                    var put = string.Concat(page.AsSpan(0, renewed[place].InnerStart), text, page.AsSpan(renewed[place].InnerEnd));
                    if (StorageScanner.Scan(put, out _) is { } read)
                    {
                        (page, renewed, standing) = (put, read, Identities.Comments(read));
                        break;
                    }
                }
            }
        }

        return page;
    }

    /// <summary>The lines of text in which comments stand.</summary>
    private static List<int> Holders(StorageTree tree)
    {
        var holders = new List<int>();
        for (var node = 1; node < tree.Count; node++)
        {
            if (Identities.IsMarker(tree, node) && Line.Of(tree, node) is var line and not 0 && !holders.Contains(line))
            {
                holders.Add(line);
            }
        }

        return holders;
    }

    private static IEnumerable<int> MarkersIn(StorageTree tree, int node)
    {
        for (var at = node; at < tree.Count && tree[at].Start < tree[node].End; at++)
        {
            if (Identities.IsMarker(tree, at))
            {
                yield return at;
            }
        }
    }

    /// <summary>
    /// The lines of the new page that have the words of a comment, the likest to the old line first. A line that stood there before has its
    /// own words and not those.
    /// </summary>
    private static List<int> Places(StorageTree old, int holder, List<int> missing, StorageTree renewed)
    {
        var line = Line.Words(old, holder);
        var words = missing.SelectMany(marker => Line.Words(old, marker)).ToHashSet(StringComparer.Ordinal);
        var others = Line.All(old).Where(other => other != holder).Select(other => string.Join(' ', Line.Words(old, other)))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Line.All(renewed)
                .Select(node => (Node: node, Words: Line.Words(renewed, node)))
                .Where(place => place.Words.Exists(words.Contains) && !others.Contains(string.Join(' ', place.Words)))
                .OrderByDescending(place => place.Words.Intersect(words).Count())
                .ThenByDescending(place => place.Words.Intersect(line).Count())
                .Select(place => place.Node)
                .Take(5),
        ];
    }
}
