using System.Globalization;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Looks at the characters around a node as Markdown will see them; CommonMark decides by them what <c>*</c> means. Any other markup counts
/// as punctuation, which is what every form of it starts and ends with.
/// </summary>
internal static class Neighbours
{
    private const char Markup = '<';

    /// <summary>The character that follows a node within its block.</summary>
    public static char After(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        while (true)
        {
            for (var next = tree[node].Next; next != 0; next = tree[next].Next)
            {
                if (ElementPlacement.PlacementOf(tree, next) == Placement.Block)
                {
                    return '\n';
                }

                var first = First(tree, next);
                if (first != '\0')
                {
                    return first;
                }
            }

            node = tree[node].Parent;
            if (tree.ElementOf(node) != Element.InlineCommentMarker)
            {
                // The span around the text of a task is not written.
                var isWritten = ElementPlacement.IsInline(tree.ElementOf(node))
                    && tree.RawAttribute(node, "class") is not "placeholder-inline-tasks";
                return isWritten ? Markup : '\n';
            }
        }
    }

    /// <summary>Whether the next thing in the line is a mark of Markdown, such as the <c>**</c> that begins or ends something.</summary>
    public static bool MarkFollows(StorageTree tree, int node)
    {
        var next = tree[node].Next;
        if (next != 0)
        {
            return tree.ElementOf(next) is Element.Strong or Element.Em or Element.Del or Element.Code or Element.A or Element.Link
                || (tree.ElementOf(next) == Element.InlineCommentMarker && tree[next].FirstChild != 0
                    && tree[tree[next].FirstChild].Kind == NodeKind.Element);
        }

        var parent = tree[node].Parent;
        return tree.ElementOf(parent) is Element.Strong or Element.Em or Element.Del
            || (tree.ElementOf(parent) == Element.InlineCommentMarker && MarkFollows(tree, parent));
    }

    /// <summary>The first character of a node; none (<c>\0</c>) where it is empty.</summary>
    public static char First(StorageTree tree, int node) => Edge(tree, node, first: true);

    public static char Last(StorageTree tree, int node) => Edge(tree, node, first: false);

    /// <summary>The first or last character inside an element.</summary>
    public static char Inside(StorageTree tree, int node, bool first)
    {
        var child = first ? tree[node].FirstChild : tree[node].LastChild;
        for (; child != 0; child = first ? tree[child].Next : tree[child].Previous)
        {
            var edge = Edge(tree, child, first);
            if (edge != '\0')
            {
                return edge;
            }
        }

        return '\0';
    }

    public static bool IsSpace(char character) => character is '\n' or '\0' || char.IsWhiteSpace(character);

    /// <summary>Punctuation or symbol: both count for flanking since CommonMark 0.31, and treating either so is always safe.</summary>
    public static bool IsPunctuation(char character) =>
        char.GetUnicodeCategory(character) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol
        || char.IsSurrogate(character);

    private static char Edge(StorageTree tree, int node, bool first)
    {
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                var text = tree.Outer(node);
                if (text[first ? 0 : ^1] is not ('&' or ';'))
                {
                    return text[first ? 0 : ^1];
                }

                var decoded = Entities.Decode(text);
                return decoded[first ? 0 : ^1];
            case NodeKind.CData:
                return tree.Inner(node) is { IsEmpty: false } inner ? inner[first ? 0 : ^1] : '\0';
            case NodeKind.Element when tree.ElementOf(node) == Element.InlineCommentMarker:
                return Inside(tree, node, first);
            default:
                return Markup;
        }
    }
}
