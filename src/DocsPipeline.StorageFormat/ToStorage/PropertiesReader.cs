using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Front matter back to page properties.</summary>
internal static class PropertiesReader
{
    private const string Deep = "[]{}\"'\n";

    /// <summary>The whole macro, for a page that has none yet.</summary>
    public static string Storage(PageProperties properties)
    {
        var rows = string.Concat(properties.Fields.Select(field => Row(field.Key, field.Value)));
        return MacroStorage.Rich("details", [new("id", "document")], $"<table><tbody>{rows}</tbody></table>");
    }

    public static string Row(string name, string yaml) => $"<tr><th><p>{Entities.EncodeText(name)}</p></th><td>{Cell(yaml)}</td></tr>";

    /// <summary>A value as a cell's content: text, a bullet list of scalars, or YAML as code.</summary>
    public static string Cell(string yaml)
    {
        var text = yaml.Trim();
        if (YamlText.IsScalar(text))
        {
            return StorageElement.Of("p", "", Entities.EncodeText(YamlText.Read(text)));
        }

        var items = Items(text);
        if (items is null)
        {
            return MacroStorage.Plain("code", [new("language", "yaml")], text);
        }

        var list = new StringBuilder("<ul>");
        foreach (var item in items)
        {
            list.Append("<li>").Append(StorageElement.Of("p", "", Entities.EncodeText(YamlText.Read(item)))).Append("</li>");
        }

        return list.Append("</ul>").ToString();
    }

    /// <summary>The items of a block or flow sequence of plain scalars; null for anything deeper.</summary>
    private static List<string>? Items(string text)
    {
        var flow = text.StartsWith('[') && text.EndsWith(']') && !text[1..^1].Any(character => Deep.Contains(character));
        var items = flow
            ? text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList()
            : text.Split('\n').Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..].Trim() : "{").ToList();
        return items.Count > 0 && items.TrueForAll(YamlText.IsScalar) ? items : null;
    }
}
