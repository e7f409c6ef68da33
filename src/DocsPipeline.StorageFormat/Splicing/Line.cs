using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Lines of text: the elements that hold text and what stands in it, and no block.</summary>
internal static class Line
{
    /// <summary>The line that a node stands in; 0 where none is.</summary>
    public static int Of(StorageTree tree, int node)
    {
        do
        {
            node = tree[node].Parent;
        }
        while (node != 0 && ElementPlacement.IsInline(tree.ElementOf(node)));

        return node != 0 && IsLine(tree, node) ? node : 0;
    }

    public static IEnumerable<int> All(StorageTree tree)
    {
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Element && !ElementPlacement.IsInline(tree.ElementOf(node)) && IsLine(tree, node))
            {
                yield return node;
            }
        }
    }

    /// <summary>The words of a node's text, in their order.</summary>
    public static List<string> Words(StorageTree tree, int node) =>
        TextDiff.SplitWords(tree.Text(node)).FindAll(static word => char.IsLetterOrDigit(word[0]));

    private static bool IsLine(StorageTree tree, int node) =>
        tree[node].FirstChild != 0 && !ElementPlacement.HoldsBlock(tree, node)
        && tree.ElementOf(node) is not (Element.PlainTextBody or Element.Parameter or Element.PlainTextLinkBody
            or Element.StructuredMacro or Element.Macro or Element.Tr or Element.Table);
}
