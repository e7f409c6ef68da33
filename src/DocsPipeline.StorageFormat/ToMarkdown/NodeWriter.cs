using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Gives each node to the writer of its kind.</summary>
internal sealed class NodeWriter : INodeWriter
{
    public static NodeWriter Instance { get; } = new();

    public void WriteBlock(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var element = tree.ElementOf(node);
        var plain = tree[node].Kind == NodeKind.Element && VolatileAttributes.AreAll(tree, node);
        switch (element)
        {
            case Element.P when plain && !ElementPlacement.HoldsBlock(session.Tree, node):
                ParagraphWriter.Write(session, node);
                break;
            case >= Element.H1 and <= Element.H6 when plain && !ElementPlacement.HoldsBlock(session.Tree, node):
                BlockWriter.WriteHeading(session, node, element - Element.H1 + 1);
                break;
            case Element.Hr when plain:
                // Behind the dash of a list item three more would be one long line.
                session.Out.Write(session.ListDepth > 0 ? "***" : "---");
                break;
            case Element.Blockquote when plain && tree[node].FirstChild != 0:
                BlockWriter.WriteQuote(session, node);
                break;
            case Element.Ol when session.Footnotes is { } notes && notes.List == node:
                FootnoteWriter.WriteList(session, notes);
                break;
            case Element.Ul or Element.Ol when ListWriter.CanWrite(session, node):
                ListWriter.Write(session, node);
                break;
            case Element.Table when TableWriter.TryWrite(session, node):
                break;
            case Element.Image:
                ImageWriter.Write(session, node, default, alone: true);
                break;
            case Element.StructuredMacro or Element.Macro:
                session.Macros.WriteBlock(session, node);
                break;
            case Element.TaskList when TaskListWriter.CanWrite(session, node):
                TaskListWriter.Write(session, node);
                break;
            case Element.Layout or Element.LayoutSection or Element.LayoutCell:
                RegionWriter.WriteLayout(session, node);
                break;
            case Element.AdfExtension when AdfWriter.TryWrite(session, node):
                break;
            case Element.None or Element.A:
                WriteInline(session, node, default);
                break;
            default:
                HtmlBlockWriter.WriteElement(session, node);
                break;
        }
    }

    public bool TryWriteHtml(MarkdownSession session, int node, bool breaksLines)
    {
        switch (session.Tree.ElementOf(node))
        {
            case Element.AdfExtension:
                return AdfWriter.TryWriteHtml(session, node);
            case Element.TaskList when TaskListWriter.CanWrite(session, node, inHtml: true):
                HtmlTaskListWriter.Write(session, node, breaksLines);
                return true;
            default:
                return false;
        }
    }

    public void WriteInline(MarkdownSession session, int node, InlineContext context)
    {
        switch (session.Tree[node].Kind)
        {
            case NodeKind.Text or NodeKind.CData:
                TextRunWriter.Write(session, node, context);
                return;
            case NodeKind.Comment:
                DirectiveWriter.WriteComment(session, node);
                return;
            case NodeKind.Instruction:
                session.Drop(node, "processing instructions have no meaning in a page");
                return;
        }

        switch (session.Tree.ElementOf(node))
        {
            case Element.Br when VolatileAttributes.AreAll(session.Tree, node):
                InlineWriter.WriteBreak(session, node, context);
                return;
            case Element.Strong or Element.Em or Element.Del:
                EmphasisWriter.Write(session, node, context);
                return;
            case Element.Code:
                CodeSpanWriter.Write(session, node, context);
                return;
            case Element.A:
                AnchorWriter.Write(session, node, context);
                return;
            case Element.Link:
                LinkWriter.Write(session, node, context);
                return;
            case Element.Image:
                ImageWriter.Write(session, node, context, alone: false);
                return;
            case Element.Emoticon when EmoticonWriter.TryWrite(session, node, context):
            case Element.Time when TimeWriter.TryWrite(session, node):
                return;
            case Element.Sup when FootnoteWriter.TryWriteReference(session, node, context):
                return;
            case Element.InlineCommentMarker:
                InlineWriter.WriteMarker(session, node, context);
                return;
            case Element.StructuredMacro or Element.Macro:
                session.Macros.WriteInline(session, node, context);
                return;
            default:
                TagWriter.WriteInline(session, node, context);
                return;
        }
    }
}
