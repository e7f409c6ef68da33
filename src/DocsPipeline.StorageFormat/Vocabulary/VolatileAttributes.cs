using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>The ids that Confluence gives anew on each save, whatever their prefix; they say nothing and are not written.</summary>
internal static class VolatileAttributes
{
    public static bool Contains(ReadOnlySpan<char> attribute) =>
        attribute.Length > 7 && attribute[^1] == 'd' && attribute[(attribute.IndexOf(':') + 1)..] is "local-id" or "macro-id";

    /// <summary>Whether an element is such an id: a node of the new editor has its own in an element.</summary>
    public static bool IsOne(StorageTree tree, int node) =>
        tree.ElementOf(node) == Element.AdfAttribute && tree.RawAttribute(node, "key") is "local-id";

    /// <summary>Whether an element has no attributes but these.</summary>
    public static bool AreAll(StorageTree tree, int node)
    {
        if (tree[node].Attributes == 0)
        {
            return true;
        }

        foreach (var attribute in tree.Attributes(node))
        {
            if (!Contains(attribute.Name))
            {
                return false;
            }
        }

        return true;
    }
}
