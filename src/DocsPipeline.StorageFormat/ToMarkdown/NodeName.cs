using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>The name that the report gives a node: a macro goes by its own.</summary>
internal static class NodeName
{
    public static string Of(StorageTree tree, int node) => tree[node].Kind switch
    {
        NodeKind.Element when tree.ElementOf(node) is Element.StructuredMacro or Element.Macro =>
            $"macro:{tree.Attribute(node, "ac:name")}",
        NodeKind.Element => tree.NameOf(node).ToString(),
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
