using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary><c>::: name {attributes}</c> around blocks; the fence is longer than any inside, so that it closes the right one.</summary>
internal static class ContainerWriter
{
    public static void Write(MarkdownSession session, string name, string attributes, Macro macro) =>
        Write(session, name, attributes, macro.Node, Depth(session, macro.RichBody), () =>
        {
            if (macro.RichBody != 0)
            {
                BlockWriter.WriteChildren(session, macro.RichBody);
            }
        });

    /// <summary>Around whatever <paramref name="inside"/> writes of a node, in which so many containers may stand in one another.</summary>
    public static void Write(MarkdownSession session, string name, string attributes, int node, int depth, Action inside)
    {
        var output = session.Out;
        var fence = new string(':', 3 + depth + Math.Max(0, CodeSpanWriter.LongestRun(session.Tree.Outer(node), ':') - 2));
        output.Write($"{fence} {name}");
        output.Write(attributes.Length == 0 ? "" : $" {{{attributes.TrimStart()}}}");
        output.NewLine();
        var start = output.Length;
        inside();
        if (output.Length > start)
        {
            session.TrimSpaces();
            output.NewLine();
        }

        output.Write(fence);
    }

    /// <summary>How many macros and nodes may become containers within one another below a node.</summary>
    public static int Depth(MarkdownSession session, int node)
    {
        var deepest = 0;
        for (var child = node == 0 ? 0 : session.Tree[node].FirstChild; child != 0; child = session.Tree[child].Next)
        {
            var element = session.Tree.ElementOf(child);
            var own = element == Element.AdfNode || session.Tree.Child(child, Element.RichTextBody) != 0 ? 1 : 0;
            deepest = Math.Max(deepest, own + Depth(session, child));
        }

        return deepest;
    }
}
