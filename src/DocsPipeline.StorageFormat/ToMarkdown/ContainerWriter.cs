using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary><c>::: name {attributes}</c> around blocks; the fence is longer than any inside, so that it closes the right one.</summary>
internal static class ContainerWriter
{
    public static void Write(MarkdownSession session, string name, string attributes, Macro macro)
    {
        var output = session.Out;
        var fence = new string(':', 3 + Depth(session, macro.RichBody)
            + Math.Max(0, CodeSpanWriter.LongestRun(session.Tree.Outer(macro.Node), ':') - 2));
        output.Write($"{fence} {name}");
        output.Write(attributes.Length == 0 ? "" : $" {{{attributes.TrimStart()}}}");
        output.NewLine();
        var start = output.Length;
        if (macro.RichBody != 0)
        {
            BlockWriter.WriteChildren(session, macro.RichBody);
        }

        if (output.Length > start)
        {
            session.TrimSpaces();
            output.NewLine();
        }

        output.Write(fence);
    }

    /// <summary>How many macros may become containers within one another below a node.</summary>
    private static int Depth(MarkdownSession session, int node)
    {
        var deepest = 0;
        for (var child = node == 0 ? 0 : session.Tree[node].FirstChild; child != 0; child = session.Tree[child].Next)
        {
            var own = session.Tree.Child(child, Scanning.Element.RichTextBody) != 0 ? 1 : 0;
            deepest = Math.Max(deepest, own + Depth(session, child));
        }

        return deepest;
    }
}
