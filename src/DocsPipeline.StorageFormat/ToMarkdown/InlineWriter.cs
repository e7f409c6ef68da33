using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes what stands in a line of text.</summary>
internal static class InlineWriter
{
    public static void WriteChildren(MarkdownSession session, int node, InlineContext context)
    {
        for (var child = session.Tree[node].FirstChild; child != 0; child = session.Tree[child].Next)
        {
            session.WriteInline(child, context);
        }
    }

    /// <summary>Comments belong to Confluence: the marker goes, the text stays, and the splice puts the marker back.</summary>
    public static void WriteMarker(MarkdownSession session, int node, InlineContext context)
    {
        var reference = session.Tree.Attribute(node, "ac:ref") ?? "";
        if (!session.InlineComments.Contains(reference))
        {
            session.InlineComments.Add(reference);
        }

        session.Preserve(node);
        WriteChildren(session, node, context);
    }

    public static void WriteBreak(MarkdownSession session, int node, InlineContext context)
    {
        var output = session.Out;
        if (context.Html || context.Table || context.OneLine || context.Link || output.AtContentStart || output.Last is '*' or '_' or '~'
            || NeedsTag(session, node) || EndsWithAddress(session))
        {
            output.Write("<br>");
            return;
        }

        output.Write('\\');
        output.NewLine();
        output.Touch();
    }

    /// <summary>
    /// A backslash breaks no line at the end of a block or of emphasis, and a comment at the start of a line would end the paragraph.
    /// </summary>
    private static bool NeedsTag(MarkdownSession session, int node)
    {
        var tree = session.Tree;
        var next = Neighbours.Beside(tree, node, isNext: true);
        while (next != 0 && tree.IsBlank(next))
        {
            next = Neighbours.Beside(tree, next, isNext: true);
        }

        return next == 0 || ElementPlacement.PlacementOf(tree, next) == Placement.Block
            || tree[next].Kind is NodeKind.Comment or NodeKind.Instruction
            || tree.ElementOf(next) is Element.StructuredMacro or Element.Macro or Element.Other or Element.Br or Element.Image;
    }

    /// <summary>A backslash right behind an address would be a part of it.</summary>
    private static bool EndsWithAddress(MarkdownSession session) =>
        session.AddressEnd > 0 && session.AddressEnd <= session.Out.Length && !session.Out.Slice(session.AddressEnd).ContainsAny(" \n");
}
