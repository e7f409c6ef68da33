using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Changed front matter into the page's own table: only rows that changed are written again.</summary>
internal static class PropertySplice
{
    public static List<Replacement> For(StorageTree tree, PageProperties? properties, ConversionOptions options)
    {
        if (properties is null || !options.PagePropertiesAsFrontMatter)
        {
            return [];
        }

        if (PropertyTable.Find(tree) is not { } table)
        {
            return [new Replacement(0, 0, PropertiesReader.Storage(properties))];
        }

        var replacements = new List<Replacement>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, row, cell) in table.Rows)
        {
            if (!known.Add(name) || !properties.Fields.TryGetValue(name, out var value))
            {
                replacements.Add(new Replacement(tree[row].Start, tree[row].End, ""));
            }
            else if (PropertiesWriter.Value(tree, cell) != value.Trim())
            {
                replacements.Add(tree[cell].InnerStart == tree[cell].End
                    ? new Replacement(tree[cell].Start, tree[cell].End, $"<td>{PropertiesReader.Cell(value)}</td>")
                    : new Replacement(tree[cell].InnerStart, tree[cell].InnerEnd, PropertiesReader.Cell(value)));
            }
        }

        var added = string.Concat(properties.Fields.Where(field => !known.Contains(field.Key))
            .Select(field => PropertiesReader.Row(field.Key, field.Value)));
        var end = tree[table.Rows[^1].Row].End;
        if (added.Length > 0)
        {
            replacements.Add(new Replacement(end, end, added));
        }

        return replacements;
    }
}
