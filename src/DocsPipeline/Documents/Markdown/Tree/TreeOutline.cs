namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>What a tree has to be asked for, gathered in one walk; each sort in the order of the text.</summary>
public sealed class TreeOutline
{
    private readonly List<HeadingNode> headings = [];
    private readonly List<LinkNode> links = [];
    private readonly List<ImageNode> images = [];
    private readonly List<RegionNode> regions = [];
    private readonly List<ElementNode> named = [];

    private TreeOutline()
    {
    }

    public IReadOnlyList<HeadingNode> Headings => headings;

    public IReadOnlyList<LinkNode> Links => links;

    public IReadOnlyList<ImageNode> Images => images;

    public IReadOnlyList<RegionNode> Regions => regions;

    /// <summary>Elements with an <c>id</c>.</summary>
    public IReadOnlyList<ElementNode> Named => named;

    public static TreeOutline Of(IEnumerable<Node> nodes)
    {
        var outline = new TreeOutline();
        var pending = new Stack<Node>(nodes.Reverse());
        while (pending.TryPop(out var node))
        {
            outline.Add(node);
            for (var child = node.Children.Count - 1; child >= 0; child--)
            {
                pending.Push(node.Children[child]);
            }
        }

        return outline;
    }

    private void Add(Node node)
    {
        switch (node)
        {
            case HeadingNode heading:
                headings.Add(heading);
                break;
            case LinkNode link:
                links.Add(link);
                break;
            case ImageNode image:
                images.Add(image);
                break;
            case RegionNode region:
                regions.Add(region);
                break;
            case ElementNode { Attributes.Count: > 0 } element when element.Attributes.Any(attribute => attribute.Key == "id"):
                named.Add(element);
                break;
        }
    }
}
