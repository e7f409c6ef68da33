using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>The inline comments of a page.</summary>
internal static class InlineComments
{
    /// <summary>The references of all that stand in it, each with its first marker.</summary>
    public static Dictionary<string, int> In(StorageTree tree)
    {
        var references = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.InlineCommentMarker)
            {
                references.TryAdd(tree.Attribute(node, "ac:ref") ?? "", node);
            }
        }

        return references;
    }
}
