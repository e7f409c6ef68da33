using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Writes any element as HTML that reads well in GitHub and converts back: what Markdown has no syntax for, and everything inside of it. No
/// blank line ever stands in it, since that would end the HTML block.
/// </summary>
internal static class HtmlBlockWriter
{
    private static readonly InlineContext Html = new(Html: true);

    public static void WriteElement(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        if (session.TryWriteHtml(node, BreaksLines(session, tree[node].Parent)))
        {
            return;
        }

        // A fallback repeats the content, if there is any, and an attribute is no text: neither is for readers.
        if (tree.ElementOf(node) is Element.AdfAttribute
            || (tree.ElementOf(node) is Element.AdfFallback && !AdfNode.IsAllThereIs(tree, node)))
        {
            DirectiveWriter.WriteXml(session, node);
            return;
        }

        if (tree.ElementOf(node) is Element.Other && tree[node].Kind == NodeKind.Element && tree.Text(node).AsSpan().IsWhiteSpaceOnly()
            && !TagWriter.IsPicture(tree, node))
        {
            DirectiveWriter.WriteXml(session, node);
            return;
        }

        var name = TagWriter.Open(session, node, block: true);
        if (name is "br" or "hr" or "col" or TagWriter.Picture)
        {
            return;
        }

        switch (tree.ElementOf(node))
        {
            case Element.Pre:
                Pre(session, node);
                break;
            case Element.Td or Element.Th or Element.Li or Element.Caption or Element.Blockquote or Element.Dd:
                WriteContent(session, node);
                break;
            default:
                WriteChildren(session, node);
                break;
        }

        TagWriter.Close(session, name);
    }

    /// <summary>
    /// Cells, items and captions wrap their text in a paragraph in storage; in HTML the paragraph is left out where it is all there is.
    /// </summary>
    public static void WriteContent(MarkdownSession session, int node) => WriteContent(session, node, Html);

    public static void WriteContent(MarkdownSession session, int node, InlineContext context)
    {
        var only = session.Tree.OnlyElement(node);
        if (session.Tree.ElementOf(only) == Element.P && VolatileAttributes.AreAll(session.Tree, only) && only != 0
            && HoldsText(session.Tree, only))
        {
            session.Open(only, context.Html ? BlockForm.Html : BlockForm.Block);
            session.Out.BeginContent();
            InlineWriter.WriteChildren(session, only, context);
            session.TrimSpaces();
            session.Close();
            return;
        }

        if (BreaksLines(session, node))
        {
            WriteChildren(session, node);
            return;
        }

        session.Out.BeginContent();
        WriteChildren(session, node);
        session.TrimSpaces();
    }

    public static void WriteChildren(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var lines = BreaksLines(session, node);
        if (lines && tree[node].FirstChild is var first && tree[first].Kind == NodeKind.Text && !tree.IsBlank(first))
        {
            session.Out.BeginContent();
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = ElementPlacement.PlacementOf(session.Tree, child);
            if (placement == Placement.Nowhere && lines)
            {
                continue;
            }

            if (placement == Placement.Block || (lines && placement == Placement.Either && tree.ElementOf(child) == Element.Image))
            {
                Block(session, child, lines);
            }
            else
            {
                session.WriteInline(child, Html);
            }
        }

        if (lines)
        {
            NewLine(session);
        }
    }

    private static void Block(MarkdownSession session, int child, bool lines)
    {
        if (lines)
        {
            NewLine(session);
        }

        session.Open(child, BlockForm.Html);
        switch (session.Tree.ElementOf(child))
        {
            case Element.StructuredMacro or Element.Macro:
                session.Macros.WriteHtml(session, child);
                break;
            case Element.Image or Element.A:
                session.WriteInline(child, Html);
                break;
            case Element.Tbody when VolatileAttributes.AreAll(session.Tree, child):
                WriteChildren(session, child);
                break;
            case Element.None:
                session.WriteInline(child, Html);
                break;
            default:
                WriteElement(session, child);
                break;
        }

        session.Close();
    }

    /// <summary>Blocks stand on lines of their own, unless they stand in the midst of text.</summary>
    private static bool BreaksLines(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        if (tree.ElementOf(node) is Element.P or Element.Colgroup || ElementPlacement.IsInline(tree.ElementOf(node)))
        {
            return false;
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (ElementPlacement.PlacementOf(session.Tree, child) == Placement.Block)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A paragraph of nothing but directives and images needs its tag, or they would come back without it.</summary>
    private static bool HoldsText(StorageTree tree, int paragraph)
    {
        var text = tree.IsEmpty(paragraph);
        for (var child = tree[paragraph].FirstChild; child != 0; child = tree[child].Next)
        {
            text |= ElementPlacement.PlacementOf(tree, child) == Placement.Inline;
        }

        return text && !ElementPlacement.HoldsBlock(tree, paragraph);
    }

    private static void NewLine(MarkdownSession session)
    {
        session.TrimSpaces();
        if (!session.Out.AtContentStart)
        {
            session.Out.NewLine();
        }
    }

    private static void Pre(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree[child].Kind == NodeKind.Element)
            {
                session.WriteInline(child, Html);
            }
            else
            {
                var start = session.Out.Length;
                FenceWriter.PreText(session.Out, tree.Text(child).WithLineFeeds());
                session.MapText(start, child, TextForm.Html);
            }
        }
    }
}
