using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// A block of a page, old or new: an element, or a run of loose text [First, Last] among siblings. Pairs of an old and a new one are what
/// an edit left of the page.
/// </summary>
internal sealed class Piece(StorageTree tree, (int First, int Last) nodes, Piece? parent, int place, bool isRun)
{
    private string? key;
    private List<string>? words;

    public StorageTree Tree { get; } = tree;

    public int First { get; } = nodes.First;

    public int Last { get; } = nodes.Last;

    public Piece? Parent { get; } = parent;

    /// <summary>The node of the page that the edited stretch stands in.</summary>
    public int Place { get; } = place;

    /// <summary>Where among its siblings.</summary>
    public int Index { get; private set; }

    /// <summary>Those it stands among, itself included.</summary>
    public List<Piece> Siblings { get; private set; } = [];

    public List<Piece> Children { get; } = [];

    /// <summary>The other version of it; null where there is none (yet).</summary>
    public Piece? Partner { get; private set; }

    /// <summary>Whether the two say the same, so that the old bytes are as good as the new.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Whether it is only the rest of what the piece in front of it stands for.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Whether it is a paragraph now, and was loose text.</summary>
    public bool IsWrapped { get; private set; }

    /// <summary>What its Markdown reads as, where it is known: two pieces that read as the same are the same.</summary>
    public string? Reading { get; set; }

    public int Start => Tree[First].Start;

    public int End => Tree[Last].End;

    public string Outer => Tree.Source[Start..End];

    /// <summary>The element that holds the text of a line; the text of a task may stand one deeper.</summary>
    public int Holder => Tree.ElementOf(First) == Element.TaskBody && Tree[First].FirstChild is var only && only == Tree[First].LastChild
        && only != 0 && HoldsTask(Tree, only) ? only : First;

    /// <summary>Whether it is loose text, and no element.</summary>
    public bool IsRun { get; } = isRun;

    /// <summary>Whether it is a part of the text beside it, where there is any.</summary>
    public bool MayStandInText => IsRun || ElementPlacement.PlacementOf(Tree, First) != Placement.Block;

    /// <summary>Whether no Markdown tells of it.</summary>
    public bool IsSilent => Reading is "";

    /// <summary>Whether it is only there to hold the text of a task.</summary>
    public bool IsHolder => First == Last && HoldsTask(Tree, First);

    /// <summary>Whether it is text and what stands in text, and no block.</summary>
    public bool IsLine => Children.Count == 0 && (IsRun || IsHolder
        || (Tree.ElementOf(First) is Element.P or (>= Element.H1 and <= Element.H6) && Tree[First].FirstChild != 0));

    public ReadOnlySpan<char> Name => IsRun ? "" : Tree.NameOf(First);

    /// <summary>What it says, ids and comments aside.</summary>
    public string Key => key ??= string.Concat(Nodes.Select(node => StorageKey.Of(Tree, node)));

    /// <summary>The words of its text in their order.</summary>
    public List<string> Words => words ??=
        [.. Nodes.SelectMany(node => TextDiff.SplitWords(Tree.Text(node))).Where(static word => char.IsLetterOrDigit(word[0]))];

    /// <summary>How much there is of it.</summary>
    public int Size => 1 + Words.Count;

    /// <summary>Whether it is a part of a task that says nothing by itself: its number, or whether it is done.</summary>
    public bool IsOfTask => Tree.ElementOf(First) is Element.TaskId or Element.TaskUuid or Element.TaskStatus;

    /// <summary>Whether it says enough to be known again at another place.</summary>
    public bool IsTelling => !IsOfTask && (Words.Count > 0 || Outer.Contains("<ri:", StringComparison.Ordinal)
        || Outer.Contains("<ac:structured-macro", StringComparison.Ordinal));

    /// <summary>Whether something outside of the page may know it.</summary>
    public bool HasId
    {
        get
        {
            foreach (var attribute in IsRun ? default : Tree.Attributes(First))
            {
                if (VolatileAttributes.Contains(attribute.Name))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public IEnumerable<Piece> Below => Children.SelectMany(static child => child.Below.Prepend(child));

    private IEnumerable<int> Nodes
    {
        get
        {
            for (var node = First; node != 0; node = node == Last ? 0 : Tree[node].Next)
            {
                yield return node;
            }
        }
    }

    /// <summary>The pieces among the children of a node.</summary>
    public static List<Piece> Within(StorageTree tree, int node, Piece? parent, int place)
    {
        var pieces = new List<Piece>();
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = ElementPlacement.PlacementOf(tree, child);
            if (placement == Placement.Nowhere || tree[child].Kind is NodeKind.Comment or NodeKind.Instruction
                || VolatileAttributes.IsOne(tree, child))
            {
                continue;
            }

            var last = placement == Placement.Block ? child : EndOfRun(tree, child);
            pieces.Add(Of(tree, child, last, parent, place));
            child = last;
        }

        Number(pieces);
        return pieces;
    }

    /// <summary>A piece with all pieces below it.</summary>
    public static Piece Of(StorageTree tree, int first, int last, Piece? parent, int place)
    {
        var isRun = first != last || tree[first].Kind != NodeKind.Element
            || (ElementPlacement.IsInline(tree.ElementOf(first)) && !HoldsTask(tree, first));
        return Of(tree, first, last, parent, place, isRun);
    }

    /// <summary>The one element that a text is; null where it is something else.</summary>
    public static Piece? Only(StorageTree tree) =>
        tree[0].FirstChild is var only and not 0 && only == tree[0].LastChild && tree[only].Kind == NodeKind.Element
            ? Of(tree, only, only, null, 0, isRun: false)
            : null;

    private static Piece Of(StorageTree tree, int first, int last, Piece? parent, int place, bool isRun)
    {
        var piece = new Piece(tree, (first, last), parent, place, isRun);
        var isText = piece.IsRun || ((piece.IsHolder || tree.ElementOf(first) is Element.P or (>= Element.H1 and <= Element.H6))
            && HasNoBlock(tree, first));
        if (!isText && !piece.IsOfTask && !HoldsNoLine(tree, first))
        {
            piece.Children.AddRange(Within(tree, first, piece, place));
            Number(piece.Children);
        }

        return piece;
    }

    /// <summary>Tells siblings of each other.</summary>
    public static void Number(List<Piece> pieces)
    {
        for (var index = 0; index < pieces.Count; index++)
        {
            (pieces[index].Index, pieces[index].Siblings) = (index, pieces);
        }
    }

    /// <summary>Makes this new piece and an old one the two versions of one block.</summary>
    public void Pair(Piece old, bool isExact)
    {
        if (Partner is not null && Partner != old)
        {
            Partner.Partner = null;
        }

        if (old.Partner is not null && old.Partner != this)
        {
            old.Partner.Partner = null;
        }

        (Partner, old.Partner) = (old, this);
        (IsExact, old.IsExact) = (isExact, isExact);
    }

    /// <summary>Keeps the paragraph around it.</summary>
    public void Wrap()
    {
        IsWrapped = true;
        Pair(Partner!, isExact: false);
    }

    /// <summary>Whether two pieces can be versions of one block: a heading of another level is the heading that it was.</summary>
    public bool IsLike(Piece other) => StorageKey.AreVersions(Name, other.Name) || (IsLine && other.IsLine && (IsLoose || other.IsLoose));

    /// <summary>Whether text stands here without an element of its own in Markdown.</summary>
    public bool IsLoose => IsRun || IsHolder;

    /// <summary>Its own bytes are what a new piece reads as.</summary>
    public void ReadAsOuter()
    {
        Reading = TaskIds.WithoutNumbers(Outer);
        Children.ForEach(static child => child.ReadAsOuter());
    }

    private static bool HoldsTask(StorageTree tree, int node) => tree.ElementOf(node) == Element.TaskBody
        || (tree.ElementOf(node) == Element.Span && tree.RawAttribute(node, "class") is "placeholder-inline-tasks");

    /// <summary>What a macro is told is no line of the page, though it may have the words of one; nor is what only repeats lines.</summary>
    private static bool HoldsNoLine(StorageTree tree, int node) => tree.ElementOf(node) is Element.Parameter or Element.DefaultParameter
        || (tree.ElementOf(node) == Element.AdfFallback && !AdfNode.IsAllThereIs(tree, node));

    private static bool HasNoBlock(StorageTree tree, int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (ElementPlacement.PlacementOf(tree, child) == Placement.Block)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Text and what stands in it; what may also stand alone does so where no text is beside it.</summary>
    private static int EndOfRun(StorageTree tree, int node)
    {
        var (last, hasText) = (node, false);
        for (var next = node; next != 0 && ElementPlacement.PlacementOf(tree, next) != Placement.Block; next = tree[next].Next)
        {
            hasText |= ElementPlacement.PlacementOf(tree, next) == Placement.Inline;
            last = tree.IsBlank(next) ? last : next;
        }

        return hasText ? last : node;
    }
}
