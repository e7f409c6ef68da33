using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>A word, a tag or an atom (mention, image, macro) of a line of storage: its bytes, and what makes it equal to another.</summary>
internal sealed record InlineToken(string Bytes, string Key, InlineTokenKind Kind)
{
    public bool IsLeaf => Kind is InlineTokenKind.Word or InlineTokenKind.Atom;

    /// <summary>Whether two atoms are versions of one element.</summary>
    public bool IsSameElement(InlineToken other) =>
        Kind == InlineTokenKind.Atom && other.Kind == InlineTokenKind.Atom && StorageKey.SameName(Bytes, other.Bytes);

    /// <summary>What stands in a line; of a run, all of it.</summary>
    public static List<InlineToken> Of(Piece line) => line.IsRun
        ? Of(line.Tree, line.First, line.Last)
        : Of(line.Tree, line.Tree[line.Holder].FirstChild, line.Tree[line.Holder].LastChild);

    /// <summary>What stands in an old line, each token by what its Markdown reads as, where that is known.</summary>
    public static List<InlineToken> Read(Piece line)
    {
        var tokens = Of(line);
        // Text that is all of what holds it has no Markdown of its own.
        var known = line.Reading is null && line.IsRun && line.Siblings.Count == 1 ? line.Parent?.Reading : line.Reading;
        if (known is not { Length: > 0 } storage || StorageScanner.Scan(storage, out _) is not { } tree
            || Piece.Within(tree, 0, null, 0) is not [{ IsLine: true } read])
        {
            return tokens;
        }

        var places = Enumerable.Range(0, tokens.Count)
            .Where(at => tokens[at].Kind is not (InlineTokenKind.MarkerStart or InlineTokenKind.MarkerEnd)).ToList();
        var readings = Of(read);
        foreach (var hunk in SequenceDiff.Of(places.ConvertAll(at => tokens[at].Key), readings.ConvertAll(token => token.Key))
            .Where(hunk => hunk.End - hunk.Start == hunk.NewEnd - hunk.NewStart))
        {
            for (var at = hunk.Start; at < hunk.End; at++)
            {
                var (token, reading) = (tokens[places[at]], readings[hunk.NewStart + at - hunk.Start]);
                tokens[places[at]] = token.Kind == reading.Kind ? token with { Key = reading.Key } : token;
            }
        }

        return tokens;
    }

    private static List<InlineToken> Of(StorageTree tree, int first, int last)
    {
        var tokens = new List<InlineToken>();
        for (var child = first; child != 0; child = child == last ? 0 : tree[child].Next)
        {
            Add(tree, child, tokens);
        }

        return tokens;
    }

    private static void Add(StorageTree tree, int node, List<InlineToken> tokens)
    {
        if (tree[node].Kind == NodeKind.Text)
        {
            Words(tree.Outer(node), tokens);
            return;
        }

        var element = tree.ElementOf(node);
        var isPhrase = tree[node].Kind == NodeKind.Element && tree[node].FirstChild != 0
            && (element is Element.InlineCommentMarker or Element.A or Element.Span or (>= Element.Strong and <= Element.Font));
        if (!isPhrase)
        {
            tokens.Add(new InlineToken(tree.Outer(node).ToString(), StorageKey.Of(tree, node), InlineTokenKind.Atom));
            return;
        }

        var isMarker = element == Element.InlineCommentMarker;
        var name = tree.NameOf(node).ToString();
        var tag = tree.Source[tree[node].Start..tree[node].InnerStart];
        var kind = isMarker ? InlineTokenKind.MarkerStart : InlineTokenKind.Start;
        tokens.Add(new InlineToken(tag, $"<{name} {StorageKey.Attributes(tree, node)}", kind));
        tokens.AddRange(Of(tree, tree[node].FirstChild, tree[node].LastChild));
        tokens.Add(new InlineToken($"</{name}>", $"</{name}>", isMarker ? InlineTokenKind.MarkerEnd : InlineTokenKind.End));
    }

    private static void Words(ReadOnlySpan<char> source, List<InlineToken> tokens)
    {
        for (var at = 0; at < source.Length;)
        {
            var start = at;
            if (source[at] == '&')
            {
                at += Entities.Read(source[at..], out _);
            }
            else if (char.IsLetterOrDigit(source[at]))
            {
                while (at < source.Length && char.IsLetterOrDigit(source[at]))
                {
                    at++;
                }
            }
            else
            {
                at += source[at].IsSpace() ? source[at..].IndexOfAnyExcept(" \t\r\n") is var run && run > 0 ? run : source.Length - at : 1;
            }

            var word = source[start..at].ToString();
            tokens.Add(new InlineToken(word, word[0].IsSpace() ? " " : Entities.Decode(word), InlineTokenKind.Word));
        }
    }
}
