using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Writing;

/// <summary>Writes what stands in a line of text.</summary>
internal static class InlineWriter
{
    public static void WriteChildren(ExportSession session, int node, InlineContext context)
    {
        for (var child = session.Tree[node].FirstChild; child != 0; child = session.Tree[child].Next)
        {
            Write(session, child, context);
        }
    }

    public static void Write(ExportSession session, int node, InlineContext context)
    {
        switch (session.Tree[node].Kind)
        {
            case NodeKind.Text or NodeKind.CData:
                TextRunWriter.Write(session, node, context);
                return;
            case NodeKind.Comment:
                Directive.WriteComment(session, node);
                return;
            case NodeKind.Instruction:
                session.Drop(node, "processing instructions have no meaning in a page");
                return;
        }

        switch (session.Tree.ElementOf(node))
        {
            case Element.Br when TagWriter.IsPlain(session.Tree, node):
                Break(session, node, context);
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
            case Element.Emoticon when EmoticonWriter.TryWrite(session, node):
            case Element.Time when TimeWriter.TryWrite(session, node):
                return;
            case Element.InlineCommentMarker:
                Marker(session, node, context);
                return;
            case Element.StructuredMacro or Element.Macro:
                MacroForms.WriteInline(session, node, context);
                return;
            default:
                TagWriter.WriteInline(session, node, context);
                return;
        }
    }

    /// <summary>Comments belong to Confluence: the marker goes, the text stays, and the splice puts the marker back.</summary>
    private static void Marker(ExportSession session, int node, InlineContext context)
    {
        var reference = session.Tree.Attribute(node, "ac:ref") ?? "";
        if (!session.InlineComments.Contains(reference))
        {
            session.InlineComments.Add(reference);
        }

        session.Preserve(node);
        WriteChildren(session, node, context);
    }

    private static void Break(ExportSession session, int node, InlineContext context)
    {
        var output = session.Out;
        if (context.Html || context.Table || context.OneLine || context.Link || output.AtContentStart || output.Last is '*' or '_' or '~' || NeedsTag(session, node))
        {
            output.Write("<br>");
            return;
        }

        output.Write('\\');
        output.NewLine();
        output.Touch();
    }

    /// <summary>A backslash breaks no line at the end of a block or of emphasis, and a comment at the start of a line would end the paragraph.</summary>
    private static bool NeedsTag(ExportSession session, int node)
    {
        var tree = session.Tree;
        var next = Next(tree, node);
        return next == 0 || Inlines.PlacementOf(tree, next) == Placement.Block || tree[next].Kind is NodeKind.Comment or NodeKind.Instruction
            || tree.ElementOf(next) is Element.StructuredMacro or Element.Macro or Element.Other or Element.Br or Element.Image;
    }

    /// <summary>What follows a node in its element, comment markers looked through; 0 where nothing does.</summary>
    private static int Next(StorageTree tree, int node)
    {
        while (true)
        {
            for (var next = tree[node].Next; next != 0; next = tree[next].Next)
            {
                if (FirstIn(tree, next) is var first and not 0)
                {
                    return first;
                }
            }

            node = tree[node].Parent;
            if (tree.ElementOf(node) != Element.InlineCommentMarker)
            {
                return 0;
            }
        }
    }

    private static int FirstIn(StorageTree tree, int node)
    {
        if (tree.ElementOf(node) != Element.InlineCommentMarker)
        {
            return tree.IsBlank(node) ? 0 : node;
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (FirstIn(tree, child) is var first and not 0)
            {
                return first;
            }
        }

        return 0;
    }
}
