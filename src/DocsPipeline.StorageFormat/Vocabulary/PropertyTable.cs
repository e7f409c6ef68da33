using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>The page properties of a document: a <c>details</c> macro with id <c>document</c> around a table of names and values.</summary>
internal sealed class PropertyTable
{
    private PropertyTable(int node) => Node = node;

    /// <summary>The macro.</summary>
    public int Node { get; }

    /// <summary>Names with their row and value cell, in the table's order.</summary>
    public List<(string Name, int Row, int Cell)> Rows { get; } = [];

    public static PropertyTable? Find(StorageTree tree)
    {
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) is Element.StructuredMacro or Element.Macro && tree.Attribute(node, "ac:name") == "details"
                && Macro.Read(tree, node) is { RichBody: not 0 } macro && macro["id"].Trim() == "document")
            {
                var table = new PropertyTable(node);
                table.Collect(tree, macro.RichBody);
                return table.Rows.Count > 0 ? table : null;
            }
        }

        return null;
    }

    private void Collect(StorageTree tree, int node)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.ElementOf(child) != Element.Tr)
            {
                Collect(tree, child);
                continue;
            }

            var (name, value) = (tree.Child(child, Element.Th), tree.Child(child, Element.Td));
            if (name != 0 && value != 0)
            {
                Rows.Add((tree.Text(name).Trim(), child, value));
            }
        }
    }
}
