using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// What an edit touched, written again: every piece that is an old one has the old one's bytes where it says the same, and its ids,
/// attributes, comments and white space where it says something else, wherever it stands now.
/// </summary>
internal sealed class Reunion
{
    /// <summary>What stood in a line is looked for in so many others.</summary>
    private const int MostSources = 8;

    private readonly Dictionary<Piece, InlineMerge> lines = [];
    private readonly bool isAsWritten;
    private readonly TaskIds ids;

    private Reunion(IReadOnlyList<(List<Piece> Old, List<Piece> Renewed)> stretches, StorageTree page, bool isAsWritten = false)
    {
        (ids, this.isAsWritten) = (new TaskIds(page), isAsWritten);
        new Pairing(stretches).Find();
        foreach (var (_, renewed) in stretches)
        {
            Settle(renewed);
        }

        Merge([.. Pairing.Changed(stretches.SelectMany(stretch => stretch.Old)).Where(old => old.IsLine)],
            [.. Pairing.Changed(stretches.SelectMany(stretch => stretch.Renewed)).Where(line => line.IsLine)]);
    }

    /// <summary>What becomes of some stretches of a page; null where what stands there now is no part of a page.</summary>
    public static List<Replacement>? Of(StorageTree tree, List<Stretch> stretches, FragmentReader fragments)
    {
        var renewed = StorageScanner.Scan(Wrap(stretches.Select(stretch => stretch.Renewed)), out _);
        var readings = StorageScanner.Scan(Wrap(stretches.SelectMany(stretch => stretch.Readings)), out _);
        if (renewed is null || readings is null)
        {
            return null;
        }

        var pieces = OldPieces.Of(tree, stretches, readings, fragments)
            .Zip(Wrapped(renewed), (old, node) => (Old: old, Renewed: Piece.Within(renewed, node, null, old.Place)))
            .ToList();
        foreach (var (old, now) in pieces)
        {
            old.Keep(now);
        }

        pieces.ForEach(stretch => stretch.Old.ReadBelow());
        var paired = pieces.ConvertAll(stretch => (stretch.Old.Pieces, stretch.Renewed));
        var reunion = new Reunion(paired, tree);
        return [.. stretches.Zip(paired, (stretch, pair) =>
            new Replacement(stretch.Start, stretch.End, reunion.Write(pair.Renewed, pair.Pieces)))];
    }

    /// <summary>A changed element over the one it replaces.</summary>
    public static string Merge(string old, string renewed)
    {
        if (StorageScanner.Scan(old, out _) is not { } before || StorageScanner.Scan(renewed, out _) is not { } after
            || Piece.Only(before) is not { } oldPiece || Piece.Only(after) is not { } newPiece || !newPiece.IsLike(oldPiece))
        {
            return renewed;
        }

        newPiece.Pair(oldPiece, isExact: false);
        return new Reunion([([oldPiece], [newPiece])], before).Write(newPiece);
    }

    /// <summary>
    /// A page that is made of nothing but its Markdown, with what it has of an old one, and nowhere another element than it has. For
    /// Markdown that cannot be read in parts.
    /// </summary>
    public static string? AsWritten(StorageTree tree, string page)
    {
        if (StorageScanner.Scan(page, out _) is not { } renewed)
        {
            return null;
        }

        var (olds, news) = (Piece.Within(tree, 0, null, 0), Piece.Within(renewed, 0, null, 0));
        return new Reunion([(olds, news)], tree, isAsWritten: true).Write(news, olds);
    }

    private static string Wrap(IEnumerable<List<string>> elements) =>
        string.Concat(elements.Select(list => $"<div>{string.Concat(list)}</div>"));

    private static IEnumerable<int> Wrapped(StorageTree tree)
    {
        for (var node = tree[0].FirstChild; node != 0; node = tree[node].Next)
        {
            yield return node;
        }
    }

    /// <summary>
    /// Every line takes its words from the old line that it is, and the elements and comments in other words of it from where these stood.
    /// </summary>
    private void Merge(List<Piece> olds, List<Piece> news)
    {
        foreach (var line in news)
        {
            var merge = lines[line] = new InlineMerge(line);
            if (line.Partner is { IsLine: true } partner)
            {
                merge.Take(partner, isVersion: true);
            }
        }

        // Words alone are as good in new bytes.
        var rest = LineMatch.Index(olds.Where(old => old.Partner is null || Content(old).Contains('<')));
        foreach (var (line, merge) in rest.Count == 0 ? [] : lines)
        {
            foreach (var (old, _) in LineMatch.Shared(merge.Unclaimed, rest).Where(shared => shared.Key != line.Partner)
                .OrderByDescending(shared => shared.Value).ThenBy(shared => shared.Key.Start).Take(MostSources))
            {
                merge.Take(old, isVersion: false);
            }
        }

        var placed = new HashSet<(Piece Line, int Marker)>();
        foreach (var merge in lines.Values)
        {
            merge.PlaceWhereWordsAre(placed);
        }

        foreach (var merge in lines.Values)
        {
            merge.PlaceWhereWordsWere(placed);
        }
    }

    /// <summary>
    /// Loose text has no element of its own in Markdown: what comes back is a paragraph. It is loose again in the place where it was, and a
    /// paragraph at another, or where it would be one with what stands in front of it.
    /// </summary>
    private void Settle(List<Piece> renewed)
    {
        var isLoose = false;
        var standing = renewed.FindAll(piece => !piece.IsTaken);
        foreach (var (index, piece) in standing.Index())
        {
            var joins = isLoose || (index + 1 < standing.Count && standing[index + 1].MayStandInText);
            if (piece is { IsLoose: false, Partner.IsLoose: true } && (isAsWritten || joins || !StandsThere(piece, piece.Partner)))
            {
                piece.Wrap();
            }

            isLoose = piece.MayStandInText || piece is { Partner.IsRun: true, IsWrapped: false };
            if (!piece.IsExact)
            {
                Settle(piece.Children);
            }
        }
    }

    /// <summary>Some siblings, with what stands between those that were siblings before.</summary>
    private string Write(List<Piece> renewed, List<Piece> olds)
    {
        var text = new StringBuilder();
        for (var index = 0; index < renewed.Count; index++)
        {
            text.Append(Write(renewed[index]));
            if (renewed[index].Partner is { } old && index + 1 < renewed.Count)
            {
                text.Append(Between(old, renewed[index + 1].Partner, olds));
            }
        }

        return text.ToString();
    }

    /// <summary>What stood between two siblings, or else behind the one in front where that did not move.</summary>
    private static string Between(Piece old, Piece? next, List<Piece> olds)
    {
        var until = next is not null && next.Siblings == old.Siblings && next == NextTold(old) ? next
            : old.Siblings == olds && old.Index + 1 < olds.Count ? olds[old.Index + 1]
            : null;
        return until is null ? "" : old.Tree.Source[old.End..until.Start];
    }

    /// <summary>The next sibling that Markdown tells of; null where there is none.</summary>
    private static Piece? NextTold(Piece piece)
    {
        var at = piece.Index + 1;
        while (at < piece.Siblings.Count && piece.Siblings[at].IsSilent)
        {
            at++;
        }

        return at < piece.Siblings.Count ? piece.Siblings[at] : null;
    }

    private string Write(Piece piece)
    {
        var old = piece.Partner;
        if (piece.IsTaken)
        {
            return "";
        }

        if (piece.Parent is not null && !piece.IsRun && piece.Tree.ElementOf(piece.First) is Element.TaskId or Element.TaskUuid)
        {
            return piece.Tree.ElementOf(piece.First) == Element.TaskId ? ids.Number(piece) : ids.Uuid(piece);
        }

        if (piece.IsExact)
        {
            return old!.Outer;
        }

        if (piece.IsLine)
        {
            return Line(piece, lines.TryGetValue(piece, out var merge) ? merge.Text() : Content(piece));
        }

        var content = piece.Children.Count == 0 ? Content(piece)
            : old is null || old.Children.Count == 0 ? Write(piece.Children, [])
            : old.Tree.Source[old.Tree[old.First].InnerStart..old.Children[0].Start] + Write(piece.Children, old.Children)
                + old.Tree.Source[old.Children[^1].End..old.Tree[old.First].InnerEnd];
        return TagMerge.Around(piece, old, content, ids);
    }

    private static string Content(Piece piece) => piece.IsRun ? piece.Outer : piece.Tree.Inner(piece.Holder).ToString();

    private static string Line(Piece piece, string content) =>
        piece.IsRun ? content
        : piece.Partner is not { } old ? TagMerge.Around(piece, null, content)
        : old.IsLoose && !piece.IsLoose
            ? piece.IsWrapped ? TagMerge.Around(piece, null, content)
            : old.IsRun ? content
            : TagMerge.Around(old, null, content)
        : old.IsLoose && !old.IsRun ? TagMerge.Around(old, null, content)
        : TagMerge.Around(piece, old.IsLoose == piece.IsLoose && piece.IsLike(old) ? old : null, content);

    private static bool StandsThere(Piece piece, Piece old) =>
        piece.Parent is null
            ? old.Parent is null && old.Place == piece.Place
            : piece.Parent.Partner == old.Parent && old.Parent is not null;
}
