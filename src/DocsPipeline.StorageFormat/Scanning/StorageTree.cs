using System.Runtime.CompilerServices;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// A page as a flat list of nodes over its source. No objects, no strings: a document model costs as much as the scan itself, and the
/// splice needs the offsets anyway.
/// </summary>
internal sealed class StorageTree(string source)
{
    /// <summary>Lists larger than this are left to the garbage collector, so that one page cannot make all threads keep its size.</summary>
    private const int MostKept = 64 * 1024;

    // Two of each: an edit has two trees at a time, the page's and that of what it became.
    [ThreadStatic]
    private static StorageNode[]? spareNodes;

    [ThreadStatic]
    private static StorageNode[]? moreNodes;

    [ThreadStatic]
    private static AttributePlace[]? spareAttributes;

    [ThreadStatic]
    private static AttributePlace[]? moreAttributes;

    private StorageNode[] nodes = Take(ref spareNodes) ?? Take(ref moreNodes) ?? new StorageNode[Math.Max(256, source.Length / 24)];
    private AttributePlace[] attributes =
        Take(ref spareAttributes) ?? Take(ref moreAttributes) ?? new AttributePlace[Math.Max(128, source.Length / 48)];
    private int attributeCount;

    public string Source { get; } = source;

    public int Count { get; private set; }

    public ref StorageNode this[int index] => ref nodes[index];

    public int Add(NodeKind kind, int start, int parent)
    {
        if (Count == nodes.Length)
        {
            Array.Resize(ref nodes, nodes.Length * 2);
        }

        var index = Count++;
        nodes[index] = new StorageNode { Kind = kind, Start = start, Parent = parent };
        if (index > 0)
        {
            ref var container = ref nodes[parent];
            if (container.LastChild == 0)
            {
                container.FirstChild = index;
            }
            else
            {
                nodes[container.LastChild].Next = index;
                nodes[index].Previous = container.LastChild;
            }

            container.LastChild = index;
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Element ElementOf(int node) => nodes[node].Element;

    public ReadOnlySpan<char> NameOf(int node) => Between(nodes[node].Start + 1, nodes[node].NameEnd);

    public ReadOnlySpan<char> Inner(int node) => Between(nodes[node].InnerStart, nodes[node].InnerEnd);

    public ReadOnlySpan<char> Outer(int node) => Between(nodes[node].Start, nodes[node].End);

    /// <summary>A text node of nothing but whitespace: it stands between blocks and means nothing there.</summary>
    public bool IsBlank(int node) =>
        nodes[node].Kind == NodeKind.Text && Source[nodes[node].Start].IsSpace() && Outer(node).IsWhiteSpaceOnly();

    /// <summary>Whether nothing stands in an element but whitespace, and comment markers around that.</summary>
    public bool IsEmpty(int node)
    {
        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].Next)
        {
            if (!IsBlank(child) && !(ElementOf(child) == Element.InlineCommentMarker && IsEmpty(child)))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AttributeList Attributes(int node) => new(Source, attributes.AsSpan(nodes[node].FirstAttribute, nodes[node].Attributes));

    /// <summary>Adds an attribute to the node that was added last.</summary>
    public void AddAttribute(int node, AttributePlace attribute)
    {
        if (attributeCount == attributes.Length)
        {
            Array.Resize(ref attributes, attributes.Length * 2);
        }

        nodes[node].FirstAttribute = nodes[node].Attributes == 0 ? attributeCount : nodes[node].FirstAttribute;
        nodes[node].Attributes++;
        attributes[attributeCount++] = attribute;
    }

    public bool HasAttribute(int node, ReadOnlySpan<char> name)
    {
        foreach (var attribute in Attributes(node))
        {
            if (attribute.Name.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The decoded value of an attribute, or null.</summary>
    public string? Attribute(int node, string name)
    {
        foreach (var attribute in Attributes(node))
        {
            if (attribute.Name.SequenceEqual(name))
            {
                return Entities.Decode(attribute.Value);
            }
        }

        return null;
    }

    /// <summary>The raw value of an attribute, empty where there is none: enough for names that hold no references.</summary>
    public ReadOnlySpan<char> RawAttribute(int node, ReadOnlySpan<char> name)
    {
        foreach (var attribute in Attributes(node))
        {
            if (attribute.Name.SequenceEqual(name))
            {
                return attribute.Value;
            }
        }

        return default;
    }

    /// <summary>Hands the lists to the next page of this thread; the tree is empty from then on.</summary>
    public void Release()
    {
        (moreNodes, moreAttributes) = (spareNodes ?? moreNodes, spareAttributes ?? moreAttributes);
        spareNodes = nodes.Length <= MostKept ? nodes : null;
        spareAttributes = attributes.Length <= MostKept ? attributes : null;
        (nodes, attributes, Count, attributeCount) = ([], [], 0, 0);
    }

    public int Child(int node, Element element)
    {
        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].Next)
        {
            if (nodes[child].Element == element)
            {
                return child;
            }
        }

        return 0;
    }

    /// <summary>The child of a node that has just one, or 0.</summary>
    public int OnlyChild(int node) => nodes[node].FirstChild == nodes[node].LastChild ? nodes[node].FirstChild : 0;

    /// <summary>The element that is all there is in a node but whitespace, or 0.</summary>
    public int OnlyElement(int node)
    {
        var only = 0;
        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].Next)
        {
            if (!IsBlank(child))
            {
                if (only != 0 || nodes[child].Kind != NodeKind.Element)
                {
                    return 0;
                }

                only = child;
            }
        }

        return only;
    }

    /// <summary>All text below a node, decoded.</summary>
    public string Text(int node)
    {
        var only = nodes[node].Kind == NodeKind.Text ? node : nodes[node].FirstChild;
        if (only == 0)
        {
            return nodes[node].Kind == NodeKind.CData ? Inner(node).ToString() : "";
        }

        if (nodes[only].Kind == NodeKind.Text && (only == node || only == nodes[node].LastChild))
        {
            return Entities.Decode(Outer(only));
        }

        var text = new System.Text.StringBuilder();
        Collect(node, text);
        return text.ToString();
    }

    /// <summary>Whether the text below a node is more than whitespace.</summary>
    public bool HasText(int node)
    {
        var kind = nodes[node].Kind;
        if (kind is NodeKind.Text or NodeKind.CData)
        {
            var text = kind == NodeKind.Text ? Outer(node) : Inner(node);
            var isPlain = kind == NodeKind.CData || !text.Contains('&');
            return !text.IsWhiteSpaceOnly() && (isPlain || !Entities.Decode(text).AsSpan().IsWhiteSpaceOnly());
        }

        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].Next)
        {
            if (HasText(child))
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(int node, System.Text.StringBuilder text)
    {
        switch (nodes[node].Kind)
        {
            case NodeKind.Text:
                text.Append(Entities.Decode(Outer(node)));
                break;
            case NodeKind.CData:
                text.Append(Inner(node));
                break;
        }

        for (var child = nodes[node].FirstChild; child != 0; child = nodes[child].Next)
        {
            Collect(child, text);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> Between(int start, int end) => Source.AsSpan(start, end - start);

    private static T[]? Take<T>(ref T[]? spare)
    {
        var taken = spare;
        spare = null;
        return taken;
    }
}
