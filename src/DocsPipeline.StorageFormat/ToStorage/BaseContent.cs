using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>What could run code of the page that a Markdown is an edit of: nobody smuggles it in, it is there.</summary>
internal sealed class BaseContent(string storage)
{
    private HashSet<string>? found;

    public bool HasElement(string name) => Found.Contains(name);

    public bool HasAttribute(string name, string value) => Found.Contains($"{name}={value}");

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
