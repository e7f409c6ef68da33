using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// <c>[^x]</c> in the text and <c>[^x]: …</c> where the notes stand. What ties the two together in the page is not written: it follows.
/// </summary>
internal static class FootnoteWriter
{
    public static bool TryWriteReference(MarkdownSession session, int sup, InlineContext context)
    {
        if (session.Footnotes?.References.GetValueOrDefault(sup) is not { } name)
        {
            return false;
        }

        if (context.Html || context.Link)
        {
            // Nobody reads Markdown there, and a note that no text names is not shown.
            session.CannotHaveFootnotes = true;
            return false;
        }

        session.Out.Write("[^");
        session.Out.Write(name);
        session.Out.Write(']');
        if (Neighbours.After(session, sup) is '(' or ':' or '[')
        {
            session.Out.Write(EmptyComment.Text);
        }

        return true;
    }

    public static void WriteList(MarkdownSession session, PageFootnotes notes)
    {
        var first = true;
        session.ListDepth++;
        foreach (var (item, name) in notes.Items)
        {
            if (!first)
            {
                BlockWriter.Gap(session, tight: false);
            }

            first = false;
            session.Open(item, BlockForm.Item);
            session.Out.Write($"[^{name}]:");
            session.Out.BeginContent();
            var before = session.Out.Push("    ");
            Note(session, item);
            session.Out.Pop(before);
            session.Close();
        }

        session.ListDepth--;
    }

    private static void Note(MarkdownSession session, int item)
    {
        var tree = session.Tree;
        var (anchor, back) = (FootnoteShapes.AnchorOf(tree, item), FootnoteShapes.BackOf(tree, item));
        var isFirst = true;
        for (var child = tree[item].FirstChild; child != 0; child = tree[child].Next)
        {
            var isText = child == tree[anchor].Parent || child == tree[back].Parent;
            if (tree.IsBlank(child) || (isText && IsEmpty(tree, child, anchor, back)))
            {
                continue;
            }

            if (isFirst && isText)
            {
                session.Out.Write(' ');
                session.Out.BeginContent();
            }
            else if (isFirst)
            {
                session.Out.NewLine();
            }
            else
            {
                BlockWriter.Gap(session, tight: false);
            }

            isFirst = false;
            if (isText)
            {
                Line(session, child, anchor, back);
            }
            else
            {
                session.WriteBlock(child);
            }
        }

        session.TrimSpaces();
    }

    private static void Line(MarkdownSession session, int paragraph, int anchor, int back)
    {
        var start = session.Out.Begin();
        for (var node = session.Tree[paragraph].FirstChild; node != 0; node = session.Tree[node].Next)
        {
            if (node != anchor && node != back)
            {
                session.WriteInline(node, default);
            }
        }

        session.TrimSpaces();
        session.CannotHaveFootnotes |= ParagraphWriter.StartsHtmlBlock(session.Out.Slice(start));
    }

    private static bool IsEmpty(StorageTree tree, int paragraph, int anchor, int back)
    {
        for (var node = tree[paragraph].FirstChild; node != 0; node = tree[node].Next)
        {
            if (node != anchor && node != back && !tree.IsBlank(node))
            {
                return false;
            }
        }

        return true;
    }
}
