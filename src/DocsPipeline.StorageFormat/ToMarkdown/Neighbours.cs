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
        var isSpaced = false;
        while (true)
        {
            for (var next = tree[node].Next; next != 0; next = tree[next].Next)
            {
                if (ElementPlacement.PlacementOf(tree, next) == Placement.Block)
                {
                    return '\n';
                }

                var first = First(session, next);
                if (first != '\0' && !IsBlank(tree, next))
                {
                    return isSpaced || first.IsSpace() ? ' ' : first;
                }

                isSpaced |= first != '\0';
            }

            node = tree[node].Parent;
            if (tree.ElementOf(node) != Element.InlineCommentMarker)
            {
                return !IsWritten(tree, node) ? '\n' : isSpaced ? ' ' : Markup;
            }
        }
    }

    /// <summary>
    /// The text that follows a node at once, comment markers looked through, as far as a word could go on in it; where an element
    /// begins or ends, a sign for its markup.
    /// </summary>
    public static string TextAfter(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        const int Longest = 256;
        var text = "";
        while (text.Length < Longest && !text.Contains(' '))
        {
            var next = Beside(tree, node, isNext: true);
            if (!IsText(tree, next) && session.Addresses.FormOf(next) is null)
            {
                return text + (next != 0 || IsWritten(tree, ParentOf(tree, node)) ? LineText.Mark : null);
            }

            text += tree.Text(next);
            node = next;
        }

        return text;
    }

    /// <summary>The element that a node stands in, comment markers looked through.</summary>
    public static int ParentOf(StorageTree tree, int node)
    {
        do
        {
            node = tree[node].Parent;
        }
        while (tree.ElementOf(node) == Element.InlineCommentMarker);

        return node;
    }

    /// <summary>The text that a text is a part of, comment markers looked through.</summary>
    public static string TextAround(StorageTree tree, int node)
    {
        const int Longest = 256;
        var text = tree.Text(node);
        foreach (var isNext in (ReadOnlySpan<bool>)[false, true])
        {
            for (var next = Beside(tree, node, isNext); IsText(tree, next) && text.Length < Longest; next = Beside(tree, next, isNext))
            {
                text = isNext ? text + tree.Text(next) : tree.Text(next) + text;
            }
        }

        return text;
    }

    /// <summary>Whether an element is written around text in a line; the span around the text of a task is not.</summary>
    private static bool IsWritten(StorageTree tree, int node) => ElementPlacement.IsInline(tree.ElementOf(node))
        && tree.RawAttribute(node, "class") is not "placeholder-inline-tasks";

    private static bool IsText(StorageTree tree, int node) => node != 0 && tree[node].Kind is NodeKind.Text or NodeKind.CData;

    /// <summary>The node that stands right beside another in its element, comment markers looked through; 0 where none does.</summary>
    public static int Beside(StorageTree tree, int node, bool isNext)
    {
        while (true)
        {
            for (var next = Step(tree, node, isNext); next != 0; next = Step(tree, next, isNext))
            {
                if (Innermost(tree, next, isNext) is var found and not 0)
                {
                    return found;
                }
            }

            node = tree[node].Parent;
            if (tree.ElementOf(node) != Element.InlineCommentMarker)
            {
                return 0;
            }
        }
    }

    /// <summary>What a node begins or ends with, seen through markers; 0 for a marker around nothing.</summary>
    private static int Innermost(StorageTree tree, int node, bool isFirst)
    {
        if (tree.ElementOf(node) != Element.InlineCommentMarker)
        {
            return node;
        }

        for (var child = isFirst ? tree[node].FirstChild : tree[node].LastChild; child != 0; child = Step(tree, child, isFirst))
        {
            if (Innermost(tree, child, isFirst) is var found and not 0)
            {
                return found;
            }
        }

        return 0;
    }

    private static int Step(StorageTree tree, int node, bool isNext) => isNext ? tree[node].Next : tree[node].Previous;

    private static bool IsBlank(StorageTree tree, int node) =>
        tree.IsBlank(node) || (tree.ElementOf(node) == Element.InlineCommentMarker && tree.IsEmpty(node));

    /// <summary>The first character of a node; none (<c>\0</c>) where it is empty.</summary>
    public static char First(MarkdownSession session, int node) => Edge(session, node, first: true);

    /// <summary>The first or last character inside an element.</summary>
    public static char Inside(MarkdownSession session, int node, bool first)
    {
        var tree = session.Tree;
        var child = first ? tree[node].FirstChild : tree[node].LastChild;
        for (; child != 0; child = first ? tree[child].Next : tree[child].Previous)
        {
            var edge = Edge(session, child, first);
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

    private static char Edge(MarkdownSession session, int node, bool first)
    {
        var tree = session.Tree;
        switch (tree[node].Kind)
        {
            case NodeKind.Text:
                if (!first && session.Addresses.IsLooseAt(node, tree[node].End))
                {
                    return Markup;
                }

                var text = tree.Outer(node);
                if (text[first ? 0 : ^1] is not ('&' or ';'))
                {
                    return text[first ? 0 : ^1];
                }

                var decoded = Entities.Decode(text);
                return decoded[first ? 0 : ^1];
            case NodeKind.CData:
                return tree.Inner(node) is { IsEmpty: false } inner ? inner[first ? 0 : ^1] : '\0';
            case NodeKind.Element when tree.ElementOf(node) == Element.InlineCommentMarker || session.Addresses.FormOf(node) is not null:
                return Inside(session, node, first);
            default:
                return Markup;
        }
    }
}
