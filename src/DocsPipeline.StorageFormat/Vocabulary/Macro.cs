using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A macro of a page: name, parameters in their order, its body, and whatever else stands in it (<see cref="Extras"/>, raw). The old
/// <c>ac:macro</c> reads the same; its default parameter is the one without a name.
/// </summary>
internal sealed class Macro
{
    private Macro(StorageTree tree, int node)
    {
        Tree = tree;
        Node = node;
        Name = tree.Attribute(node, "ac:name") ?? "";
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            Take(child);
        }
    }

    public StorageTree Tree { get; }

    public int Node { get; }

    public string Name { get; }

    public List<MacroParameter> Parameters { get; } = [];

    /// <summary>Every body, of either kind; nearly all macros have one or none.</summary>
    public List<int> Bodies { get; } = [];

    /// <summary>The rich body where it is the only one, or 0.</summary>
    public int RichBody => Bodies is [var body] && !IsPlain(body) ? body : 0;

    /// <summary>The plain body where it is the only one, or 0.</summary>
    public int PlainBody => Bodies is [var body] && IsPlain(body) ? body : 0;

    /// <summary>Raw storage of children that are neither parameter nor body.</summary>
    public string Extras { get; private set; } = "";

    /// <summary>The one text node of a parameter, or 0.</summary>
    public int TextOf(string parameter) => Find(parameter) is { IsXml: false } found ? found.Node : 0;

    public string this[string parameter] => Find(parameter)?.Value ?? "";

    public string PlainText => PlainBody == 0 ? "" : Tree.Text(PlainBody).WithLineFeeds();

    public bool IsPlain(int body) => Tree.ElementOf(body) == Element.PlainTextBody;

    public static Macro Read(StorageTree tree, int node) => new(tree, node);

    public bool Has(string parameter) => Find(parameter) is not null;

    private MacroParameter? Find(string name)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter;
            }
        }

        return null;
    }

    private void Take(int child)
    {
        switch (Tree.ElementOf(child))
        {
            case Element.Parameter:
                Parameters.Add(MacroParameter.Read(Tree, child, Tree.Attribute(child, "ac:name") ?? ""));
                break;
            case Element.DefaultParameter:
                Parameters.Add(MacroParameter.Read(Tree, child, ""));
                break;
            case Element.RichTextBody or Element.PlainTextBody:
                Bodies.Add(child);
                break;
            default:
                Extras += Tree.IsBlank(child) ? "" : Tree.Outer(child).ToString();
                break;
        }
    }
}
