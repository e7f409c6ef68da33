using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>The front matter that a page speaks for: its page properties, or its space's defaults, and its title.</summary>
internal static class PageFields
{
    /// <summary>The fields, or null after a diagnostic.</summary>
    public static IReadOnlyDictionary<string, YamlNode>? Read(
        ConfluencePage page, PageProperties? properties, IReadOnlyDictionary<string, string>? defaults, ICollection<Diagnostic> diagnostics)
    {
        var yaml = new StringBuilder();
        foreach (var (key, value) in properties?.Fields ?? defaults ?? new Dictionary<string, string>())
        {
            if (key is not ("title" or "confluence"))
            {
                var isBlock = value.Contains('\n', StringComparison.Ordinal) || value.StartsWith("- ", StringComparison.Ordinal);
                yaml.Append(key).Append(": ").Append(isBlock ? Indented(value) : value).Append('\n');
            }
        }

        var faults = new List<Diagnostic>();
        var url = page.Url.AbsoluteUri;
        if (new YamlReader(url, 1, faults).Read(yaml.ToString()) is not { } map)
        {
            diagnostics.Add(Catalogue.Pages.PropertiesAreBroken.At(
                url, SourceSpan.Start, $"page properties of \"{page.Title}\" cannot be read",
                help: "write one value in each row, a list as `[a, b]`, and text with a colon in quotes",
                notes: [.. faults.Select(fault => fault.Message)]));
            return null;
        }

        var fields = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value);
        fields["title"] = FrontMatterLayout.Text(page.Title);
        return fields;
    }

    /// <summary>A front matter value as page properties hold it: YAML text without the field's name.</summary>
    public static string Value(YamlNode value)
    {
        var lines = FrontMatterLayout.Field("x", value).TrimEnd('\n')["x:".Length..].Split('\n');
        return string.Join('\n', lines.Select((line, index) =>
            index == 0 ? line.TrimStart() : line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line)).Trim('\n');
    }

    private static string Indented(string value) => string.Concat(value.TrimEnd('\n').Split('\n').Select(line => "\n  " + line));
}
