using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// The page that a Markdown is an edit of: what it has that could run code is its own, and nobody smuggles it in; whom it mentions exists.
/// </summary>
internal sealed class BaseContent(string storage)
{
    private HashSet<string>? found;

    public bool HasElement(string name) => Found.Contains(name);

    public bool HasAttribute(string name, string value) => Found.Contains($"{name}={value}");

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
                signs.Add(tree.NameOf(node).ToString());
            }

            foreach (var attribute in tree.Attributes(node))
            {
                if (ActiveContent.IsAttribute(attribute.Name, attribute.Value))
                {
                    signs.Add($"{attribute.Name}={Entities.Decode(attribute.Value)}");
                }
            }
        }

        return signs;
    }
}
