using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes the blocks of a container, a blank line between them.</summary>
internal static class BlockWriter
{
    public static void WriteChildren(MarkdownSession session, int container, bool tight = false)
    {
        var tree = session.Tree;
        var first = true;
        var isHtml = false;
        for (var child = tree[container].FirstChild; child != 0;)
        {
            var placement = ElementPlacement.PlacementOf(session.Tree, child);
            if (placement == Placement.Nowhere || child == session.PropertiesNode)
            {
                child = tree[child].Next;
                continue;
            }

            if (!first)
            {
                // Only a blank line ends a block of HTML other than a comment.
                Gap(session, tight && !isHtml);
            }

            first = false;
            var start = session.Out.Begin();
            var last = placement == Placement.Block ? child : EndOfRun(session, child);
            if (placement != Placement.Block && IsText(session, child, last))
            {
                session.Open(child, last, BlockForm.Block);
                ParagraphWriter.WriteRun(session, child, last);
                child = tree[last].Next;
            }
            else
            {
                session.Open(child, BlockForm.Block);
                session.WriteBlock(child);
                child = tree[child].Next;
            }

            session.Close();
            var written = session.Out.Slice(start);
            isHtml = tight && ParagraphWriter.StartsHtmlBlock(written) && !written.StartsWith("<!--");
        }
    }

    /// <summary>Ends the block before and leaves a blank line, or none between the parts of a tight list item.</summary>
    public static void Gap(MarkdownSession session, bool tight)
    {
        session.TrimSpaces();
        session.Out.NewLine();
        if (!tight)
        {
            session.Out.NewLine();
        }
    }

    public static void WriteHeading(MarkdownSession session, int node, int level)
    {
        var output = session.Out;
        output.Write("######".AsSpan(0, level));
        if (session.Tree.IsEmpty(node))
        {
            return;
        }

        output.Write(' ');
        output.BeginContent();
        var start = output.Length;
        InlineWriter.WriteChildren(session, node, new InlineContext(OneLine: true));
        session.TrimSpaces();
        var text = output.Slice(start).TrimEnd('#');
        if (text.Length < output.Length - start && (text.IsEmpty || text[^1] == ' '))
        {
            // A closing run of # that stands alone is decoration in Markdown.
            output.Write(EmptyComment.Text);
        }
    }

    public static void WriteQuote(MarkdownSession session, int node)
    {
        session.Out.Write("> ");
        session.Out.BeginContent();
        var before = session.Out.Push("> ");
        WriteChildren(session, node);
        session.Out.Pop(before);
    }

    /// <summary>The last node of the run of text and inline elements that a node begins.</summary>
    public static int EndOfRun(MarkdownSession session, int node)
    {
        var last = node;
        for (var next = session.Tree[node].Next; next != 0; next = session.Tree[next].Next)
        {
            var placement = ElementPlacement.PlacementOf(session.Tree, next);
            if (placement == Placement.Block || next == session.PropertiesNode)
            {
                break;
            }

            last = placement == Placement.Nowhere ? last : next;
        }

        return last;
    }

    public static bool IsText(MarkdownSession session, int first, int last)
    {
        for (var node = first; ; node = session.Tree[node].Next)
        {
            if (ElementPlacement.PlacementOf(session.Tree, node) == Placement.Inline)
            {
                return true;
            }

            if (node == last)
            {
                return false;
            }
        }
    }
}
