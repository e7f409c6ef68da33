using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary><c>code</c> as a code span where it is nothing but text; otherwise as the HTML tag around its content.</summary>
internal static class CodeSpanWriter
{
    public static void Write(MarkdownSession session, int node, InlineContext context)
    {
        var tree = session.Tree;
        var text = context.Html || !VolatileAttributes.AreAll(tree, node) || !IsText(tree, node) ? "" : OneLine(tree.Text(node));
        if (text.Length == 0 || session.Out.Last == '`' || (context.Table && text.Contains('|'))
            || text.AsSpan().ContainsAny('\u00A0', '\u200B', '\uFEFF') || EndsLabel(session, text))
        {
            TagWriter.WriteInline(session, node, context);
            return;
        }

        var fence = new string('`', LongestRun(text, '`') + 1);
        var pad = text[0] == '`' || text[^1] == '`' || (text[0] == ' ' && text[^1] == ' ' && text.AsSpan().ContainsAnyExcept(' '))
            ? " "
            : "";
        session.Out.Write(fence);
        session.Out.Write(pad);
        Content(session, node);
        session.Out.Write(pad);
        session.Out.Write(fence);
    }

    public static int LongestRun(ReadOnlySpan<char> text, char character)
    {
        var longest = 0;
        for (var at = text.IndexOf(character); at >= 0; at = text.IndexOf(character))
        {
            var run = text[at..].IndexOfAnyExcept(character);
            run = run < 0 ? text.Length - at : run;
            longest = Math.Max(longest, run);
            text = text[(at + run)..];
        }

        return longest;
    }

    /// <summary>Whether a paragraph that begins with a bracket would be the definition of a link, whatever code stands in it.</summary>
    private static bool EndsLabel(MarkdownSession session, string text) => text.Contains("]:", StringComparison.Ordinal)
        && !session.Out.AtContentStart && session.Out.Slice(session.Out.ContentStart)[0] is '[';

    private static void Content(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree[child].Kind == NodeKind.Element)
            {
                InlineComment(session, child);
                Content(session, child);
                continue;
            }

            var start = session.Out.Length;
            session.Out.Write(OneLine(tree.Text(child)));
            session.MapText(start, child, TextForm.Raw);
        }
    }

    private static void InlineComment(MarkdownSession session, int node)
    {
        var reference = session.Tree.Attribute(node, "ac:ref") ?? "";
        if (!session.InlineComments.Contains(reference))
        {
            session.InlineComments.Add(reference);
        }

        session.Preserve(node);
    }

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\n', '\r') ? text.OnOneLine() : text;

    private static bool IsText(StorageTree tree, int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var isText = tree[child].Kind is NodeKind.Text or NodeKind.CData
                || (tree.ElementOf(child) == Element.InlineCommentMarker && IsText(tree, child));
            if (!isText)
            {
                return false;
            }
        }

        return true;
    }
}
