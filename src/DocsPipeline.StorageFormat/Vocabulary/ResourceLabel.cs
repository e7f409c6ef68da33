using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>What a reader sees of a link that says no words of its own.</summary>
internal static class ResourceLabel
{
    private static readonly string[] Naming =
        ["ri:content-title", "ri:filename", "ri:space-key", "ri:parameter", "ri:content-id", "ri:value"];

    /// <summary>The name of a person, page, file or whatever else a resource is; null where it has none.</summary>
    public static string? Of(StorageTree tree, int resource, ConversionLinks links)
    {
        if (resource == 0)
        {
            return null;
        }

        if (tree.ElementOf(resource) == Element.User)
        {
            var id = tree.Attribute(resource, "ri:account-id") ?? tree.Attribute(resource, "ri:userkey")
                ?? tree.Attribute(resource, "ri:username") ?? "";
            return "@" + (links.NameOf(id) ?? id);
        }

        foreach (var attribute in Naming)
        {
            if (tree.Attribute(resource, attribute) is { } name)
            {
                return name;
            }
        }

        return null;
    }
}
