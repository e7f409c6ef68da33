namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Pairs what its words do not tell, by where it stands among its siblings.</summary>
internal static class PlacePairing
{
    /// <summary>
    /// What is left is what says the same among its siblings, or a version of what stood between the same neighbours: the first of its
    /// kind, as long as enough are left for those that follow.
    /// </summary>
    public static void Find(List<Piece> old, List<Piece> renewed)
    {
        var gone = old.Where(piece => !piece.IsSilent && Pairing.IsFree(piece)).GroupBy(piece => piece.Key, StringComparer.Ordinal)
            .ToDictionary(pieces => pieces.Key, pieces => new Queue<Piece>(pieces), StringComparer.Ordinal);
        foreach (var piece in renewed.Where(Pairing.IsFree))
        {
            if (gone.TryGetValue(piece.Key, out var same) && same.TryDequeue(out var first))
            {
                piece.Pair(first, isExact: true);
            }
        }

        var at = 0;
        for (var index = 0; index < renewed.Count;)
        {
            if (IsAnchor(renewed[index], old, at))
            {
                at = renewed[index++].Partner!.Index + 1;
                continue;
            }

            var end = index;
            while (end < renewed.Count && !IsAnchor(renewed[end], old, at))
            {
                end++;
            }

            var news = renewed[index..end].FindAll(piece => piece.Partner is null && !piece.IsTaken);
            var until = end < renewed.Count ? renewed[end].Partner!.Index : old.Count;
            Between(old[at..until].FindAll(piece => piece is { Partner: null, IsSilent: false }), news);
            index = end;
        }

        foreach (var piece in renewed.Where(piece => piece is { Partner: not null, IsExact: false }))
        {
            Find(piece.Partner!.Children, piece.Children);
        }
    }

    private static bool IsAnchor(Piece piece, List<Piece> old, int from) =>
        piece.Partner is { } partner && partner.Index >= from && partner.Index < old.Count && old[partner.Index] == partner;

    private static void Between(List<Piece> old, List<Piece> renewed)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var place = 0; place < old.Count; place++)
        {
            var kind = Kind(old[place]);
            (places.TryGetValue(kind, out var found) ? found : places[kind] = new Queue<int>()).Enqueue(place);
        }

        var at = 0;
        for (var index = 0; index < renewed.Count; index++)
        {
            var following = renewed.Count - index;
            var until = following == 1 ? old.Count : Math.Max(at + 1, old.Count - following + 1);
            if (First(places, Kind(renewed[index]), at) is var place and >= 0 && place < until && renewed[index].IsLike(old[place]))
            {
                renewed[index].Pair(old[place], isExact: false);
                at = place + 1;
            }
        }
    }

    private static int First(Dictionary<string, Queue<int>> places, string kind, int from)
    {
        if (!places.TryGetValue(kind, out var found))
        {
            return -1;
        }

        while (found.Count > 0 && found.Peek() < from)
        {
            found.Dequeue();
        }

        return found.Count > 0 ? found.Peek() : -1;
    }

    /// <summary>Loose text comes back as a paragraph, and a heading may have another level.</summary>
    private static string Kind(Piece piece) =>
        piece.IsLoose ? "p" : StorageKey.AreVersions(piece.Name, "h1") ? "h1" : piece.Name.ToString();
}
