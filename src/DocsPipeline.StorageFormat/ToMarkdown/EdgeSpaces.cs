using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Whether emphasis begins and ends with a space, and the characters that then are its edges. Markdown has no emphasis with a space at its
/// edge, and people select words with the space behind them.
/// </summary>
internal readonly record struct EdgeSpaces(bool Before, bool After, char First, char Last)
{
    /// <summary>An element that holds spaces alone.</summary>
    private const char Nothing = '\uFFFF';

    private const string Spaces = " \t\r\n";

    public static EdgeSpaces Of(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var (first, last) = (Beside(session, node, isFirst: true), Beside(session, node, isFirst: false));
        // Where a line begins, a comment would begin a block; behind other emphasis it would be taken for that one's.
        var before = first != '\0' && !session.Out.AtContentStart && !FollowsEmphasis(tree, node);
        // What needs no backslash before a space would need one before the delimiter, or be one.
        var after = last is not ('\0' or '\\' or '*' or '_' or '~');
        return new EdgeSpaces(before, after, before ? first : '\0', after ? last : '\0');
    }

    /// <summary>What stands before the delimiter.</summary>
    public void WriteBefore(MarkdownSession session)
    {
        if (Before)
        {
            session.Out.Write(EmptyComment.Text);
            session.Out.Write(' ');
            session.SkipsSpace = true;
        }
    }

    /// <summary>Takes the last space back that the text has written.</summary>
    public void TakeBack(MarkdownSession session)
    {
        if (After)
        {
            session.TrimSpaces();
        }
    }

    /// <summary>What stands behind the delimiter; where a block ends a space is nothing.</summary>
    public void WriteAfter(MarkdownSession session, int node)
    {
        if (After)
        {
            session.Out.Write(Neighbours.After(session, node) == '\n' ? "" : " ");
            session.Out.Write(EmptyComment.Text);
        }
    }

    /// <summary>
    /// The character beside the one space that an element begins or ends with, comment markers looked through; none where there is more
    /// space, or less, or an element or address beside it.
    /// </summary>
    private static char Beside(MarkdownSession session, int node, bool isFirst)
    {
        if (!Neighbours.IsSpace(Neighbours.Inside(session, node, isFirst)))
        {
            return '\0';
        }

        var spaces = new List<string>();
        var beside = Beside(session, node, isFirst, spaces);
        if (!isFirst)
        {
            spaces.Reverse();
        }

        // A line end is a space, and nothing behind another one.
        var width = 0;
        foreach (var space in spaces)
        {
            width += !space.AsSpan().ContainsAny('\n', '\r') ? space.Length : width > 0 ? 0 : 1;
        }

        return width == 1 && beside != Nothing ? beside : '\0';
    }

    private static char Beside(MarkdownSession session, int node, bool isFirst, List<string> spaces)
    {
        var tree = session.Tree;
        for (var child = Edge(tree, node, isFirst); child != 0; child = isFirst ? tree[child].Next : tree[child].Previous)
        {
            if (tree.ElementOf(child) == Element.InlineCommentMarker)
            {
                if (Beside(session, child, isFirst, spaces) is var within and not Nothing)
                {
                    return within;
                }
            }
            else if (tree[child].Kind != NodeKind.Text)
            {
                return '\0';
            }
            else
            {
                var text = tree.Outer(child);
                var rest = isFirst ? text.TrimStart(Spaces) : text.TrimEnd(Spaces);
                spaces.Add((isFirst ? text[..^rest.Length] : text[rest.Length..]).ToString());
                if (!rest.IsEmpty)
                {
                    var place = isFirst ? tree[child].End - rest.Length : tree[child].Start + rest.Length;
                    return session.Addresses.Touches(child, place) ? '\0' : Entities.Decode(rest)[isFirst ? 0 : ^1];
                }
            }
        }

        return Nothing;
    }

    private static int Edge(StorageTree tree, int node, bool isFirst) => isFirst ? tree[node].FirstChild : tree[node].LastChild;

    private static bool FollowsEmphasis(StorageTree tree, int node)
    {
        do
        {
            node = Neighbours.Beside(tree, node, isNext: false);
        }
        while (node != 0 && tree.IsBlank(node));

        return node != 0 && tree.ElementOf(node) is Element.Strong or Element.Em or Element.Del;
    }
}
