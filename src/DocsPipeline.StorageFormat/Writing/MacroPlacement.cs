using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Writing;

internal static class MacroPlacement
{
    /// <summary>A macro with a rich body is as inline as that; one with a plain body is a fence; one without a body goes where it stands.</summary>
    public static Placement Of(StorageTree tree, int node)
    {
        if (tree.Child(node, Element.PlainTextBody) != 0)
        {
            return Placement.Block;
        }

        var rich = tree.Child(node, Element.RichTextBody);
        if (rich != 0)
        {
            return MacroForms.IsInlineAlways(tree.RawAttribute(node, "ac:name")) ? Placement.Inline : Placement.Block;
        }

        return MacroForms.IsInlineAlways(tree.RawAttribute(node, "ac:name")) ? Placement.Inline : Placement.Either;
    }
}
