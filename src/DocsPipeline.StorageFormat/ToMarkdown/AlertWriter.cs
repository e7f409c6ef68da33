using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

internal static class AlertWriter
{
    public static void Write(MarkdownSession session, string kind, int body)
    {
        var output = session.Out;
        output.Write($"> [!{kind}]");
        var before = output.Push("> ");
        output.NewLine();
        if (!BeginsWithText(session.Tree, body))
        {
            output.NewLine();
        }

        var start = output.Length;
        BlockWriter.WriteChildren(session, body);
        if (output.Length == start)
        {
            output.Write(" ");
        }

        session.TrimSpaces();
        output.Pop(before);
    }

    /// <summary>Only text can follow the marker's line; anything else would make a heading, a table or more text of it.</summary>
    private static bool BeginsWithText(StorageTree tree, int body)
    {
        var first = FirstOf(tree, body);
        first = tree.ElementOf(first) == Element.P && first != 0 ? FirstOf(tree, first) : first;
        return first != 0 && ElementPlacement.PlacementOf(tree, first) == Placement.Inline && tree.ElementOf(first) is not Element.Br;
    }

    private static int FirstOf(StorageTree tree, int node)
    {
        var child = tree[node].FirstChild;
        while (child != 0 && tree.IsBlank(child))
        {
            child = tree[child].Next;
        }

        return child;
    }
}
