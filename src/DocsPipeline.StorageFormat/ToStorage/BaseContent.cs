using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// The page that a Markdown is an edit of: what it has that could run code is its own, and nobody smuggles it in; whom it mentions exists.
/// </summary>
internal sealed class BaseContent(string storage)
{
    private HashSet<string>? found;

    /// <summary>Whether the page has an element as this one is: with the same attributes, and the same code.</summary>
    public bool HasElement(StorageTree tree, int node) => Found.Contains(SignOf(tree, node));

    /// <summary>Whether the page has an attribute as this one is at an element of that name.</summary>
    public bool HasAttribute(string element, StorageAttribute attribute) => Found.Contains(SignOf(element, attribute));

    /// <summary>Whether an attribute of the page has a value, which for an account id says that Confluence gave it.</summary>
    public bool Names(string value) => storage.Contains($"\"{Entities.EncodeAttribute(value)}\"", StringComparison.Ordinal);

    private HashSet<string> Found => found ??= Find();

    private HashSet<string> Find()
    {
        var signs = new HashSet<string>(StringComparer.Ordinal);
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return signs;
        }

        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind != NodeKind.Element)
            {
                continue;
            }

            if (ActiveContent.IsElement(tree.NameOf(node)))
            {
                signs.Add(SignOf(tree, node));
            }

            foreach (var attribute in tree.Attributes(node))
            {
                if (ActiveContent.IsAttribute(attribute.Name, attribute.Value))
                {
                    signs.Add(SignOf(tree.NameOf(node), attribute));
                }
            }
        }

        return signs;
    }

    /// <summary>Its name, what it says of itself but for ids, and the code in it.</summary>
    private static string SignOf(StorageTree tree, int node)
    {
        var attributes = new List<string>();
        foreach (var attribute in tree.Attributes(node))
        {
            if (!VolatileAttributes.Contains(attribute.Name))
            {
                attributes.Add($" {attribute.Name}=\"{Entities.Decode(attribute.Value)}\"");
            }
        }

        attributes.Sort(StringComparer.Ordinal);
        var code = tree.NameOf(node) is "script" or "style" ? tree.Text(node) : "";
        return $"<{tree.NameOf(node)}{string.Concat(attributes)}>{code}";
    }

    private static string SignOf(ReadOnlySpan<char> element, StorageAttribute attribute) =>
        $"{element} {attribute.Name}=\"{Entities.Decode(attribute.Value)}\"";
}
