using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Takes the page properties out of a page, as YAML values.</summary>
internal static class PropertiesWriter
{
    public static PageProperties? Take(MarkdownSession session)
    {
        var table = PropertyTable.Find(session.Tree);
        if (table is null)
        {
            return null;
        }

        session.PropertiesNode = table.Node;
        var fields = new OrderedDictionary<string, string>();
        foreach (var (name, _, cell) in table.Rows)
        {
            fields.TryAdd(name, Value(session.Tree, cell));
        }

        return new PageProperties(fields);
    }

    /// <summary>The YAML of a cell: a code macro verbatim, a bullet list as a block sequence, anything else as a scalar.</summary>
    public static string Value(StorageTree tree, int cell)
    {
        if (Below(tree, cell, Element.PlainTextBody) is var body and not 0)
        {
            return Macro.Read(tree, tree[body].Parent).PlainText.Trim('\n');
        }

        var list = Below(tree, cell, Element.Ul) is var bullets and not 0 ? bullets : Below(tree, cell, Element.Ol);
        if (list == 0)
        {
            return YamlText.Write(OneLine(tree.Text(cell)));
        }

        var items = new List<string>();
        for (var item = tree[list].FirstChild; item != 0; item = tree[item].Next)
        {
            if (tree.ElementOf(item) == Element.Li)
            {
                items.Add("- " + YamlText.Write(OneLine(tree.Text(item))));
            }
        }

        return string.Join('\n', items);
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static int Below(StorageTree tree, int node, Element element)
    {
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            var found = tree.ElementOf(child) == element ? child : Below(tree, child, element);
            if (found != 0)
            {
                return found;
            }
        }

        return 0;
    }
}
