using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>What Confluence hangs other things on: the ids of elements and the references of inline comments.</summary>
internal static class Identities
{
    private const string Comment = "ac:ref";

    private static readonly string[] Signs = ["local-id=\"", "macro-id=\"", "ac:ref=\""];

    /// <summary>All values in a stretch of storage; found without reading it, so text that looks like one counts too.</summary>
    public static HashSet<string> In(string storage)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sign in Signs)
        {
            var at = 0;
            while ((at = storage.IndexOf(sign, at, StringComparison.Ordinal)) >= 0)
            {
                at += sign.Length;
                values.Add(storage[at..(storage.IndexOf('"', at) is var end and >= 0 ? end : storage.Length)]);
            }
        }

        return values;
    }

    /// <summary>Those that an element itself carries.</summary>
    public static IEnumerable<string> Of(StorageTree tree, int node)
    {
        var values = new List<string>();
        foreach (var attribute in tree.Attributes(node))
        {
            if (VolatileAttributes.Contains(attribute.Name) || (attribute.Name is Comment && IsMarker(tree, node)))
            {
                values.Add(attribute.Value.ToString());
            }
        }

        return values;
    }

    public static bool IsMarker(StorageTree tree, int node) => tree.ElementOf(node) == Element.InlineCommentMarker;

    /// <summary>The references of all comments that stand in a page.</summary>
    public static HashSet<string> Comments(StorageTree tree)
    {
        var references = new HashSet<string>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (IsMarker(tree, node))
            {
                references.Add(tree.Attribute(node, Comment) ?? "");
            }
        }

        return references;
    }
}
