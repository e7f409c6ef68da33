namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Finds for what stands in an edited page now what it was: what says the same wherever it stands; lines by their words; what holds them by
/// what it holds; and what is left by its place.
/// </summary>
internal sealed class Pairing(IReadOnlyList<(List<Piece> Old, List<Piece> Renewed)> stretches)
{
    public void Find()
    {
        Same(onlyTelling: true);
        Holders();
        Align();
        LineMatch.Pair(Unpaired(stretches.SelectMany(stretch => stretch.Old)).Where(IsLine),
            Unpaired(stretches.SelectMany(stretch => stretch.Renewed)).Where(IsLine));
        Holders();
        Tasks();
        Align();
        Same(onlyTelling: false);
        foreach (var (_, renewed) in stretches)
        {
            Beside(renewed);
        }

        foreach (var (old, renewed) in stretches)
        {
            PlacePairing.Find(old, renewed);
        }
    }

    /// <summary>All pieces that are no part of one whose bytes stay as they are.</summary>
    public static IEnumerable<Piece> Changed(IEnumerable<Piece> pieces, bool withExact = false) =>
        pieces.Where(piece => !piece.IsTaken && (withExact || !piece.IsExact))
            .SelectMany(piece => piece.IsExact ? [piece] : Changed(piece.Children, withExact).Prepend(piece));

    /// <summary>Whether nothing of a piece is paired yet.</summary>
    public static bool IsFree(Piece piece) => piece.Partner is null && !piece.IsTaken && piece.Below.All(below => below.Partner is null);

    private static IEnumerable<Piece> Unpaired(IEnumerable<Piece> pieces) => Changed(pieces).Where(piece => piece.Partner is null);

    private static bool IsLine(Piece piece) => piece.IsLine;

    /// <summary>
    /// What reads as something that is gone from its place is that. First only what is there once, so that the cell of one row is not taken
    /// for that of another; in the end whatever is left, and what says nothing by itself only where it is the only one of its kind.
    /// </summary>
    private void Same(bool onlyTelling)
    {
        var gone = new Dictionary<string, Queue<Piece>>(StringComparer.Ordinal);
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var old in Unpaired(stretches.SelectMany(stretch => stretch.Old)).Where(old => !onlyTelling || old.IsTelling))
        {
            foreach (var key in Keys(old))
            {
                (gone.TryGetValue(key, out var places) ? places : gone[key] = new Queue<Piece>()).Enqueue(old);
            }
        }

        if (gone.Count == 0)
        {
            return;
        }

        var renewed = Unpaired(stretches.SelectMany(stretch => stretch.Renewed)).ToList();
        foreach (var key in renewed.SelectMany(Keys).Where(gone.ContainsKey))
        {
            count[key] = count.GetValueOrDefault(key) + 1;
        }

        foreach (var piece in renewed.Where(piece => piece.Partner is null && !IsWithinExact(piece)))
        {
            var key = Keys(piece).FirstOrDefault(gone.ContainsKey);
            if (key is null || ((onlyTelling ? piece.Parent is not null : !piece.IsTelling) && (gone[key].Count > 1 || count[key] > 1)))
            {
                continue;
            }

            while (gone[key].TryDequeue(out var old))
            {
                if (old.Partner is null && !IsWithinExact(old) && old.Below.All(below => below.Partner is null))
                {
                    piece.Pair(old, isExact: true);
                    break;
                }
            }

            if (gone[key].Count == 0)
            {
                gone.Remove(key);
            }
        }
    }

    private static IEnumerable<string> Keys(Piece piece) => piece.Reading is null ? [piece.Key] : [piece.Reading, piece.Key];

    private static bool IsWithinExact(Piece piece) => Above(piece).Any(holder => holder.IsExact);

    private static IEnumerable<Piece> Above(Piece piece)
    {
        for (var holder = piece.Parent; holder is not null; holder = holder.Parent)
        {
            yield return holder;
        }
    }

    /// <summary>
    /// What holds pieces was what held the same ones before, counted in words; the two that have the most in common, for all they hold,
    /// come first.
    /// </summary>
    private void Holders()
    {
        var shared = new Dictionary<(Piece Renewed, Piece Old), int>();
        foreach (var piece in Changed(stretches.SelectMany(stretch => stretch.Renewed), withExact: true)
            .Where(piece => piece is { Partner: not null, Children.Count: 0 } or { IsExact: true }))
        {
            foreach (var holder in Above(piece).Where(holder => holder.Partner is null))
            {
                foreach (var old in Above(piece.Partner!).Where(old => old.Partner is null && old.IsLike(holder)))
                {
                    shared[(holder, old)] = shared.GetValueOrDefault((holder, old)) + piece.Size;
                }
            }
        }

        foreach (var (piece, old) in shared
            .OrderByDescending(pair => (double)pair.Value / (pair.Key.Renewed.Size + pair.Key.Old.Size))
            .ThenBy(pair => pair.Key.Renewed.Start).ThenBy(pair => pair.Key.Old.Start)
            .Select(pair => pair.Key))
        {
            if (piece.Partner is null && old.Partner is null)
            {
                piece.Pair(old, isExact: false);
            }
        }
    }

    /// <summary>A task that says something else at another place is known by its id, and so is a list of them.</summary>
    private void Tasks()
    {
        var gone = new Dictionary<string, Piece>(StringComparer.Ordinal);
        foreach (var old in Unpaired(stretches.SelectMany(stretch => stretch.Old)))
        {
            if (TaskIds.Of(old) is { } id)
            {
                gone.TryAdd(id, old);
            }
        }

        foreach (var piece in gone.Count == 0 ? [] : Unpaired(stretches.SelectMany(stretch => stretch.Renewed)).ToList())
        {
            if (TaskIds.Of(piece) is { } id && gone.TryGetValue(id, out var old) && old.IsLike(piece) && gone.Remove(id))
            {
                piece.Pair(old, isExact: false);
            }
        }
    }

    /// <summary>Within what is paired: children in the same order that say the same.</summary>
    private void Align()
    {
        foreach (var piece in Changed(stretches.SelectMany(stretch => stretch.Renewed)).ToList())
        {
            if (piece is { Partner: { } old, IsExact: false, Children.Count: > 0 })
            {
                Align(old.Children.FindAll(IsFree), piece.Children.FindAll(IsFree));
            }
        }
    }

    private static void Align(List<Piece> old, List<Piece> renewed)
    {
        var (oldAt, newAt) = (0, 0);
        var hunks = SequenceDiff.Of(old.ConvertAll(piece => piece.Key), renewed.ConvertAll(piece => piece.Key));
        foreach (var hunk in hunks.Append(new Hunk(old.Count, old.Count, renewed.Count, renewed.Count)))
        {
            for (; oldAt < hunk.Start; oldAt++, newAt++)
            {
                renewed[newAt].Pair(old[oldAt], isExact: true);
            }

            (oldAt, newAt) = (hunk.End, hunk.NewEnd);
        }
    }

    /// <summary>What tells nothing by itself went with the neighbour that it had.</summary>
    private static void Beside(List<Piece> renewed)
    {
        for (var index = 1; index < renewed.Count; index++)
        {
            Beside(renewed[index - 1], renewed[index], 1);
        }

        for (var index = renewed.Count - 1; index > 0; index--)
        {
            Beside(renewed[index], renewed[index - 1], -1);
        }

        foreach (var piece in renewed.Where(piece => !piece.IsExact && !piece.IsTaken))
        {
            Beside(piece.Children);
        }
    }

    private static void Beside(Piece neighbour, Piece piece, int step)
    {
        if (neighbour.Partner is { } partner && partner.Siblings.ElementAtOrDefault(partner.Index + step) is { } old && IsFree(piece)
            && IsFree(old) && Keys(piece).Any(Keys(old).Contains))
        {
            piece.Pair(old, isExact: true);
        }
    }
}
