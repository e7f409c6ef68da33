using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Whether emphasis begins and ends with a space, and the characters that then are its edges. Markdown has no emphasis with a space at its
/// edge, and people select words with the space behind them.
/// </summary>
internal readonly record struct EdgeSpaces(bool Before, bool After, char First, char Last)
{
    public static EdgeSpaces Of(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var (first, last) = (Text(tree, node, isFirst: true), Text(tree, node, isFirst: false));
        // Where a line begins, a comment would begin a block; behind other emphasis it would be taken for that one's.
        var before = first != 0 && tree.Outer(first) is [' ', not (' ' or '\n' or '\t' or '\r'), ..]
            && !session.Out.AtContentStart && !FollowsEmphasis(tree, node);
        var after = last != 0 && tree.Outer(last) is [.., not (' ' or '\n' or '\t' or '\r'), ' '];
        return before || after
            ? new EdgeSpaces(before, after, before ? Decoded(tree, first)[1] : '\0', after ? Decoded(tree, last)[^2] : '\0')
            : default;
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

    /// <summary>The text that a node begins or ends with, comment markers looked through; 0 where that is none.</summary>
    private static int Text(StorageTree tree, int node, bool isFirst)
    {
        do
        {
            node = isFirst ? tree[node].FirstChild : tree[node].LastChild;
        }
        while (node != 0 && tree.ElementOf(node) == Element.InlineCommentMarker);

        return node != 0 && tree[node].Kind == NodeKind.Text ? node : 0;
    }

    private static bool FollowsEmphasis(StorageTree tree, int node)
    {
        do
        {
            node = tree[node].Previous;
        }
        while (node != 0 && tree.IsBlank(node));

        while (node != 0 && tree.ElementOf(node) == Element.InlineCommentMarker)
        {
            node = tree[node].LastChild;
        }

        return node != 0 && tree.ElementOf(node) is Element.Strong or Element.Em or Element.Del;
    }

    private static string Decoded(StorageTree tree, int node) => Entities.Decode(tree.Outer(node));
}
