using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// <c>**strong**</c>, <c>*em*</c>, <c>~~del~~</c> where CommonMark's flanking rules read them so; the HTML tag elsewhere, such as between a
/// closing bracket and a Korean particle. A space at the edge stands outside, and a comment that says nothing beside it: in the page it
/// belongs inside.
/// </summary>
internal static class EmphasisWriter
{
    public static void Write(MarkdownSession session, int node, InlineContext context)
    {
        var spaces = EdgeSpaces.Of(session, node);
        var delimiter = context.Html || !VolatileAttributes.AreAll(session.Tree, node) ? "" : DelimiterFor(session, node, spaces);
        if (delimiter.Length == 0)
        {
            TagWriter.WriteInline(session, node, context);
            return;
        }

        spaces.WriteBefore(session);
        session.Out.Write(delimiter);
        InlineWriter.WriteChildren(session, node, context);
        spaces.TakeBack(session);
        session.Out.Write(delimiter);
        spaces.WriteAfter(session, node);
    }

    private static string DelimiterFor(MarkdownSession session, int node, EdgeSpaces spaces)
    {
        var tree = session.Tree;
        var element = tree.ElementOf(node);
        var parent = Neighbours.ParentOf(tree, node);
        var nested = tree.ElementOf(parent) is Element.Strong or Element.Em;
        var (previous, next) = (Neighbours.Beside(tree, node, isNext: false), Neighbours.Beside(tree, node, isNext: true));
        var alone = previous == 0 && next == 0;
        if (HasSameAncestor(tree, node) || !Flanks(session, node, nested && alone, spaces))
        {
            return "";
        }

        var touches = (session.Out.Last is '*' or '_' or '~' && !spaces.Before) || (nested && (previous == 0 || next == 0))
            || (next != 0 && tree.ElementOf(next) is Element.Strong or Element.Em or Element.Del && !spaces.After);
        return (element, touches, nested && alone && session.Out.Last == '*') switch
        {
            (Element.Del, false, _) => "~~",
            (Element.Strong, false, _) => "**",
            (Element.Em, false, _) => "*",
            // **_x_** and ***x*** are the two that CommonMark reads back as they were nested.
            (Element.Em, _, true) => "_",
            (Element.Strong, _, true) => "**",
            _ => "",
        };
    }

    private static bool HasSameAncestor(StorageTree tree, int node)
    {
        for (var parent = tree[node].Parent; ElementPlacement.IsInline(tree.ElementOf(parent)); parent = tree[parent].Parent)
        {
            if (tree.ElementOf(parent) == tree.ElementOf(node))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Flanks(MarkdownSession session, int node, bool insideDelimiters, EdgeSpaces spaces)
    {
        var first = spaces.Before ? spaces.First : Neighbours.Inside(session, node, first: true);
        var last = spaces.After ? spaces.Last : Neighbours.Inside(session, node, first: false);
        if (Neighbours.IsSpace(first) || Neighbours.IsSpace(last))
        {
            return false;
        }

        var before = spaces.Before ? ' ' : Before(session.Out);
        var after = spaces.After ? ' ' : insideDelimiters ? '*' : Neighbours.After(session, node);
        return (!Neighbours.IsPunctuation(first) || Separates(before)) && (!Neighbours.IsPunctuation(last) || Separates(after));
    }

    /// <summary>The character before, seen through a reference: parsers differ on which of the two counts.</summary>
    private static char Before(MarkdownOutput output)
    {
        if (output.Last != ';')
        {
            return output.Last;
        }

        var tail = output.Slice(Math.Max(output.ContentStart, output.Length - 10));
        var start = tail.LastIndexOf('&');
        return start >= 0 && Entities.Read(tail[start..], out var rune) == tail.Length - start && rune.IsBmp ? (char)rune.Value : ';';
    }

    private static bool Separates(char character) =>
        character is '\n' or '\0' || char.IsWhiteSpace(character) || char.IsAscii(character) && Neighbours.IsPunctuation(character);
}
