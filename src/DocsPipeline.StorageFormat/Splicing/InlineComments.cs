using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>The inline comments of a page.</summary>
internal static class InlineComments
{
    /// <summary>The references of all that stand in it.</summary>
    public static HashSet<string> In(StorageTree tree)
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.InlineCommentMarker)
            {
                references.Add(tree.Attribute(node, "ac:ref") ?? "");
            }
        }

        return references;
    }
}
