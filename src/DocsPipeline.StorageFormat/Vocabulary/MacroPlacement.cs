using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Where a macro stands.</summary>
internal static class MacroPlacement
{
    /// <summary>
    /// A macro with a rich body is as inline as that; one with a plain body is a fence; one without a body goes where it stands.
    /// </summary>
    public static Placement Of(StorageTree tree, int node)
    {
        if (tree.Child(node, Element.PlainTextBody) != 0)
        {
            return Placement.Block;
        }

        var rich = tree.Child(node, Element.RichTextBody);
        if (rich != 0)
        {
            return IsInlineAlways(tree.RawAttribute(node, "ac:name")) ? Placement.Inline : Placement.Block;
        }

        return IsInlineAlways(tree.RawAttribute(node, "ac:name")) ? Placement.Inline : Placement.Either;
    }

    /// <summary>Macros that stand in a line of text even when nothing stands beside them.</summary>
    public static bool IsInlineAlways(ReadOnlySpan<char> name) =>
        name is "status" or "jira-inline" or "mathinline" or "eazy-math-inline" or "latex-inline" or "profile" or "anchor-inline";
}
