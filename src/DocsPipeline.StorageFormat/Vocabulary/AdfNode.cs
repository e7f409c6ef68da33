using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// An <c>ac:adf-node</c>: its type, attributes without ids, and its content (0 for none) or the nodes in it.
/// </summary>
internal sealed class AdfNode
{
    /// <summary>What the name of a container begins with that is such a node.</summary>
    public const string Prefix = "adf-";

    /// <summary>The attribute of a tag that is one.</summary>
    public const string Tag = "data-adf";

    /// <summary>The attribute that says what stands in a node where that is not blocks.</summary>
    public const string Holds = ":holds";

    /// <summary>Text in no paragraph.</summary>
    public const string Text = "text";

    /// <summary>Other nodes.</summary>
    public const string Nodes = "nodes";

    public const string Nothing = "nothing";

    private AdfNode(string type) => Type = type;

    public string Type { get; }

    public List<(string Key, string Value, bool IsXml)> Attributes { get; } = [];

    public int Content { get; private set; }

    public List<AdfNode> Children { get; } = [];

    /// <summary>The node's place in the tree.</summary>
    public int Node { get; private init; }

    /// <summary>Whether the content is text in no paragraph.</summary>
    public bool HoldsText { get; private set; }

    /// <summary>The purple panel: nothing but its type is said of it.</summary>
    public bool IsNote => Type == "panel" && Attributes is [("panel-type", "note", false)];

    public string? this[string key] => Attributes.Find(attribute => attribute.Key == key).Value;

    /// <summary>
    /// The one node of an extension; null where it says more than this can hold, or where only the fallback has words for a reader.
    /// </summary>
    public static AdfNode? In(StorageTree tree, int extension)
    {
        if (tree.Child(extension, Element.AdfFallback) is var fallback and not 0 && IsAllThereIs(tree, fallback))
        {
            return null;
        }

        AdfNode? node = null;
        for (var child = tree[extension].FirstChild; child != 0; child = tree[child].Next)
        {
            var isNode = tree.ElementOf(child) == Element.AdfNode && node is null;
            if (!isNode && !tree.IsBlank(child) && tree.ElementOf(child) != Element.AdfFallback)
            {
                return null;
            }

            if (isNode && (node = Read(tree, child)) is null)
            {
                return null;
            }
        }

        return VolatileAttributes.AreAll(tree, extension) ? node : null;
    }

    /// <summary>Whether a fallback repeats nothing: the node that it stands for has no text, and it has.</summary>
    public static bool IsAllThereIs(StorageTree tree, int fallback)
    {
        var node = tree.Child(tree[fallback].Parent, Element.AdfNode);
        return tree.HasText(fallback) && !HasContent(tree, node);
    }

    private static bool HasContent(StorageTree tree, int node)
    {
        for (var child = node == 0 ? 0 : tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) == Element.AdfNode ? HasContent(tree, child)
                : tree.ElementOf(child) != Element.AdfAttribute && tree[child].Kind == NodeKind.Element && tree[child].FirstChild != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static AdfNode? Read(StorageTree tree, int node)
    {
        var read = new AdfNode(tree.Attribute(node, "type") ?? "") { Node = node };
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name is not "type" && !VolatileAttributes.Contains(attribute.Name))
            {
                return null;
            }
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child) && !read.Take(tree, child))
            {
                return null;
            }
        }

        return read.Type.Length > 0 ? read : null;
    }

    /// <summary>Attributes come first; then there is one content, or nodes.</summary>
    private bool Take(StorageTree tree, int child)
    {
        switch (tree.ElementOf(child))
        {
            case Element.AdfAttribute when Content == 0 && Children.Count == 0 && tree.Attribute(child, "key") is { Length: > 0 } key:
                var isXml = tree[child].FirstChild != 0 && tree[tree.OnlyChild(child)].Kind != NodeKind.Text;
                if (!VolatileAttributes.IsOne(tree, child))
                {
                    Attributes.Add((key, isXml ? tree.Inner(child).ToString() : tree.Text(child), isXml));
                }

                return true;
            case Element.AdfContent when Content == 0 && Children.Count == 0 && VolatileAttributes.AreAll(tree, child):
                Content = child;
                HoldsText = BeginsWithText(tree, child);
                return !HoldsText || !ElementPlacement.HoldsBlock(tree, child);
            case Element.AdfNode when Content == 0 && Read(tree, child) is { } node:
                Children.Add(node);
                return true;
            default:
                return false;
        }
    }

    private static bool BeginsWithText(StorageTree tree, int content)
    {
        for (var child = tree[content].FirstChild; child != 0; child = tree[child].Next)
        {
            if (ElementPlacement.PlacementOf(tree, child) == Placement.Inline)
            {
                return true;
            }
        }

        return false;
    }
}
