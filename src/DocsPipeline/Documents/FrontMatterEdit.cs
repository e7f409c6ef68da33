using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents;

/// <summary>Changes single fields of a document and leaves the author's other lines, comments included, as they are.</summary>
internal static class FrontMatterEdit
{
    /// <summary>The whole text with the fields replaced, added in the schema's order, or (null) taken away.</summary>
    public static string Apply(Document document, IReadOnlyDictionary<string, YamlNode?> fields, JObject schema)
    {
        var lines = document.Text.Split('\n');
        var entries = document.FrontMatter.Root.Entries;
        var closing = document.BodyLine - 2;
        var pieces = new List<(string Key, string Text)>();
        for (var index = 0; index < entries.Count; index++)
        {
            var start = entries[index].KeySpan.Line - 1;
            var end = index + 1 < entries.Count ? entries[index + 1].KeySpan.Line - 1 : closing;
            pieces.Add((entries[index].Key, string.Concat(lines[start..end].Select(line => line + "\n"))));
        }

        var head = string.Concat(lines[1..(entries.Count > 0 ? entries[0].KeySpan.Line - 1 : closing)].Select(line => line + "\n"));
        foreach (var (key, value) in fields)
        {
            var place = pieces.FindIndex(piece => piece.Key == key);
            if (value is null)
            {
                pieces.RemoveAll(piece => piece.Key == key);
            }
            else if (place >= 0)
            {
                pieces[place] = (key, FrontMatterLayout.Field(key, value));
            }
            else
            {
                var order = FrontMatterLayout.Order(pieces.Select(piece => piece.Key).Append(key), schema).ToList();
                var follower = pieces.FindIndex(piece => order.IndexOf(piece.Key) > order.IndexOf(key));
                pieces.Insert(follower < 0 ? pieces.Count : follower, (key, FrontMatterLayout.Field(key, value)));
            }
        }

        return new StringBuilder("---\n").Append(head).AppendJoin("", pieces.Select(piece => piece.Text)).Append("---\n")
            .Append(document.Body).ToString();
    }
}
