using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Paragraphs, empty ones (the spacers of which pages are full) as <c>&lt;br&gt;</c>, and text that stands in no element at all.
/// </summary>
internal static class ParagraphWriter
{
    public static void Write(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        if (tree.IsEmpty(node))
        {
            session.Out.Write("<br>");
            return;
        }

        var output = session.Out;
        output.Touch();
        var (start, content) = (output.Length, output.ContentStart);
        InlineWriter.WriteChildren(session, node, default);
        session.TrimSpaces();
        if (output.Length == start)
        {
            output.Write("<br>");
        }
        else if (StartsHtmlBlock(output.Slice(start)) || IsMacro(tree, node, output.Slice(start)))
        {
            output.Truncate(start, content);
            session.Map?.Truncate(start);
            HtmlBlockWriter.WriteElement(session, node);
        }
    }

    /// <summary>A line that is one macro is read as the macro alone, which stands in no paragraph.</summary>
    private static bool IsMacro(StorageTree tree, int paragraph, ReadOnlySpan<char> text) =>
        text.StartsWith(MacroTag.Beginning) && tree.OnlyElement(paragraph) is var only && only != 0
        && tree.ElementOf(only) is Element.StructuredMacro or Element.Macro;

    public static void WriteRun(MarkdownSession session, int first, int last)
    {
        var output = session.Out;
        output.Touch();
        var (start, content) = (output.Length, output.ContentStart);
        Run(session, first, last, default);
        session.TrimSpaces();
        if (!StartsHtmlBlock(output.Slice(start)))
        {
            return;
        }

        output.Truncate(start, content);
        session.Map?.Truncate(start);
        output.Write("<p>");
        Run(session, first, last, new InlineContext(Html: true));
        output.Write("</p>");
    }

    private static void Run(MarkdownSession session, int first, int last, InlineContext context)
    {
        for (var node = first; ; node = session.Tree[node].Next)
        {
            session.WriteInline(node, context);
            if (node == last)
            {
                return;
            }
        }
    }

    /// <summary>A line that begins with a comment, or is one tag and nothing else, would not be read as text.</summary>
    public static bool StartsHtmlBlock(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] != '<' || !(char.IsAsciiLetter(text[1]) || text[1] is '/' or '!' or '?'))
        {
            return false;
        }

        if (text[1] is '!' or '?' || BeginsBlock(text[1..]))
        {
            return true;
        }

        var line = text.IndexOf('\n') is var end && end >= 0 ? text[..end] : text;
        var close = line.IndexOf('>');
        return close < 0 || line[(close + 1)..].Trim(' ').IsEmpty && !line.StartsWith("<http", StringComparison.Ordinal);
    }

    private static bool BeginsBlock(ReadOnlySpan<char> tag) =>
        tag.StartsWith("p") || tag.StartsWith("div") || tag.StartsWith("figure") || tag.StartsWith("blockquote")
        || tag.StartsWith("details") || tag.StartsWith("center") || tag.StartsWith("address");
}
