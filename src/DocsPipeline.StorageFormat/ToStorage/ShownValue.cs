using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The value of a macro's attribute that stands where a reader sees it, and not in the attribute.</summary>
internal static class ShownValue
{
    /// <summary>The attribute with its value; as it was where it has its own, or where what should be shown is gone.</summary>
    public static KeyValuePair<string, string?> Of(KeyValuePair<string, string?> attribute, string text, string body)
    {
        var (key, version) = attribute;
        if (key.EndsWith(MacroAttributeNames.Shown, StringComparison.Ordinal))
        {
            return new(key[..^MacroAttributeNames.Shown.Length], text);
        }

        var isLink = key.EndsWith(MacroAttributeNames.Link, StringComparison.Ordinal);
        if (!isLink && !key.EndsWith(MacroAttributeNames.Resource, StringComparison.Ordinal))
        {
            return attribute;
        }

        var name = key[..key.LastIndexOf(':')];
        return Find(body, isLink, version) is { } storage ? new(name + MacroAttributeNames.Xml, storage) : attribute;
    }

    private static string? Find(string body, bool isLink, string? version)
    {
        if (StorageScanner.Scan(body, out _) is not { } tree)
        {
            return null;
        }

        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.Link)
            {
                var resource = ResourceIn(tree, node);
                return resource == 0 ? null : isLink ? Link(tree, node, resource, version) : Resource(tree, resource, version);
            }

            if (tree.ElementOf(node) == Element.A && !isLink && tree.Attribute(node, "href") is { } address)
            {
                return $"<ri:url ri:value=\"{Entities.EncodeAttribute(address)}\" />";
            }
        }

        return null;
    }

    private static int ResourceIn(StorageTree tree, int link)
    {
        for (var child = tree[link].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) is >= Element.Page and <= Element.ContentEntity)
            {
                return child;
            }
        }

        return 0;
    }

    /// <summary>The link without the words that are shown of it.</summary>
    private static string Link(StorageTree tree, int link, int resource, string? version) =>
        $"{tree.Source[tree[link].Start..tree[link].InnerStart]}{Resource(tree, resource, version)}</ac:link>";

    /// <summary>The path of a file says no version: it is what the attribute says, or none.</summary>
    private static string Resource(StorageTree tree, int resource, string? version)
    {
        var storage = tree.Outer(resource).ToString();
        const string First = " ri:version-at-save=\"1\"";
        var isFile = tree.ElementOf(resource) == Element.Attachment && storage.EndsWith(First + " />", StringComparison.Ordinal);
        return isFile
            ? storage.Replace(First, version is null ? "" : $" ri:version-at-save=\"{Entities.EncodeAttribute(version)}\"")
            : storage;
    }
}
