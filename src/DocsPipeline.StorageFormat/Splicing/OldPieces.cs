using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>The blocks of the page that stood in one stretch, with what their Markdown reads as.</summary>
internal sealed class OldPieces
{
    private readonly Stretch stretch;
    private readonly List<List<string>> parts;
    private readonly FragmentReader fragments;

    private OldPieces(Stretch stretch, List<Piece> pieces, List<List<string>> parts, FragmentReader fragments, int place)
    {
        (this.stretch, Pieces, this.parts, this.fragments) = (stretch, pieces, parts, fragments);
        Place = place;
        Piece.Number(pieces);
        for (var at = 0; at < pieces.Count; at++)
        {
            pieces[at].Reading = string.Concat(parts[at]);
        }
    }

    public List<Piece> Pieces { get; }

    /// <summary>The node that they stand in.</summary>
    public int Place { get; }

    /// <summary>Those of each stretch; the readings stand one after the other, each in an element of its own.</summary>
    public static List<OldPieces> Of(StorageTree tree, List<Stretch> stretches, StorageTree readings, FragmentReader fragments)
    {
        var starts = new Dictionary<int, int>();
        for (var node = tree.Count - 1; node > 0; node--)
        {
            starts[tree[node].Start] = node;
        }

        var found = new List<OldPieces>();
        var reading = readings[0].FirstChild;
        foreach (var stretch in stretches)
        {
            var place = tree[starts[stretch.Start]].Parent;
            var (pieces, parts) = (new List<Piece>(), new List<List<string>>());
            foreach (var block in stretch.Old)
            {
                var first = starts[block.StorageStart];
                var last = first;
                while (tree[last].End < block.StorageEnd && tree[last].Next != 0)
                {
                    last = tree[last].Next;
                }

                pieces.Add(Piece.Of(tree, first, last, null, place));
                parts.Add(Piece.Within(readings, reading, null, place).ConvertAll(part => TaskIds.WithoutNumbers(part.Outer)));
                reading = readings[reading].Next;
            }

            found.Add(new OldPieces(stretch, pieces, parts, fragments, place));
        }

        return found;
    }

    /// <summary>Pairs what reads as it did, in the same order.</summary>
    public void Keep(List<Piece> renewed)
    {
        var keys = parts.SelectMany((list, block) => list.Select(part => (Block: block, Part: part))).ToList();
        var (oldAt, newAt) = (0, 0);
        var same = new Dictionary<int, List<int>>();
        renewed.ForEach(piece => piece.ReadAsOuter());
        var hunks = SequenceDiff.Of(keys.ConvertAll(key => key.Part), renewed.ConvertAll(piece => piece.Reading!));
        foreach (var hunk in hunks.Append(new Hunk(keys.Count, keys.Count, renewed.Count, renewed.Count)))
        {
            for (; oldAt < hunk.Start; oldAt++, newAt++)
            {
                (same.TryGetValue(keys[oldAt].Block, out var news) ? news : same[keys[oldAt].Block] = []).Add(newAt);
            }

            (oldAt, newAt) = (hunk.End, hunk.NewEnd);
        }

        foreach (var (block, news) in same.Where(pair => pair.Value.Count == parts[pair.Key].Count))
        {
            renewed[news[0]].Pair(Pieces[block], isExact: true);
            news.Skip(1).ToList().ForEach(rest => renewed[rest].IsTaken = true);
        }
    }

    /// <summary>Finds what the blocks within blocks read as, where these changed.</summary>
    public void ReadBelow()
    {
        for (var at = 0; at < Pieces.Count; at++)
        {
            if (Pieces[at].Partner is null)
            {
                var starts = new Dictionary<(int Start, int End), Piece>();
                foreach (var piece in Pieces[at].Below)
                {
                    starts.TryAdd((piece.Start, piece.End), piece);
                }

                ReadBelow(stretch.Old[at], starts);
            }
        }
    }

    private void ReadBelow(MappedBlock block, Dictionary<(int Start, int End), Piece> pieces)
    {
        foreach (var child in block.Children)
        {
            if (pieces.TryGetValue((child.StorageStart, child.StorageEnd), out var piece) && fragments.Read(child, block) is { } reading)
            {
                piece.Reading = TaskIds.WithoutNumbers(string.Concat(reading));
            }

            ReadBelow(child, pieces);
        }
    }
}
