using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// A parameter: its text, or the raw storage of the elements (<c>ri:attachment</c>, <c>ac:link</c>) that are its value; <c>Node</c> where
/// that is one node, 0 where it is not.
/// </summary>
internal sealed record MacroParameter(string Name, string Value, bool IsXml, int Node = 0)
{
    public static MacroParameter Read(StorageTree tree, int node, string name)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree[child].Kind is NodeKind.Element or NodeKind.Comment)
            {
                return new MacroParameter(name, tree.Inner(node).Trim().ToString(), IsXml: true, tree.OnlyElement(node));
            }
        }

        return new MacroParameter(name, tree.Text(node), IsXml: false, tree.OnlyChild(node));
    }
}
