using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>The footnotes of a page: where its text names them, and the one list that they are written in.</summary>
internal sealed class PageFootnotes
{
    private readonly Dictionary<int, string> references = [];
    private readonly List<(int Item, string Name)> items = [];

    private PageFootnotes(int list)
    {
        List = list;
    }

    /// <summary>The list of notes.</summary>
    public int List { get; }

    /// <summary>The places that name a note, in their order, and which.</summary>
    public IReadOnlyDictionary<int, string> References => references;

    public IReadOnlyList<(int Item, string Name)> Items => items;

    /// <summary>The notes in the order in which the text first names them: their numbers.</summary>
    public List<string> Order { get; } = [];

    /// <summary>
    /// Whether each note of the list is named, each that is named is in it, and in this order: then Markdown says the same.
    /// </summary>
    public bool AreSound => Order.SequenceEqual(items.Select(item => item.Name), StringComparer.Ordinal);

    /// <summary>Null where the page has no list of notes, or two.</summary>
    public static PageFootnotes? Of(StorageTree tree)
    {
        if (!tree.Source.Contains(FootnoteAnchors.Definition, StringComparison.Ordinal))
        {
            return null;
        }

        PageFootnotes? notes = null;
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.Ol && (tree[node].Parent == 0 || tree.ElementOf(tree[node].Parent) == Element.LayoutCell)
                && ItemsOf(tree, node) is { } found)
            {
                if (notes is not null)
                {
                    return null;
                }

                notes = new PageFootnotes(node);
                notes.items.AddRange(found);
            }
        }

        notes?.Refer(tree);
        return notes;
    }

    private void Refer(StorageTree tree)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.Sup && FootnoteShapes.Named(tree, node) is { } name)
            {
                references[node] = name;
                if (seen.Add(name))
                {
                    Order.Add(name);
                }
            }
        }
    }

    /// <summary>The items of a list, each a note of another name; null where something else stands in it.</summary>
    private static List<(int Item, string Name)>? ItemsOf(StorageTree tree, int list)
    {
        foreach (var attribute in tree.Attributes(list))
        {
            if (!(attribute.Name is "start" && attribute.Value is "1") && !VolatileAttributes.Contains(attribute.Name))
            {
                return null;
            }
        }

        var found = new List<(int, string)>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var item = tree[list].FirstChild; item != 0; item = tree[item].Next)
        {
            if (tree.IsBlank(item))
            {
                continue;
            }

            if (FootnoteShapes.Written(tree, item) is not { } name || !names.Add(name))
            {
                return null;
            }

            found.Add((item, name));
        }

        return found.Count > 0 ? found : null;
    }
}
