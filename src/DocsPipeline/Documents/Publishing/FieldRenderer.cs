using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Yaml;
using NJsonSchema;

namespace DocsPipeline.Documents.Publishing;

/// <summary>Partner-facing fields: plain values become facts, structured ones a heading and a table with the labels of the
/// schema.</summary>
internal sealed class FieldRenderer(FrontMatter frontMatter, JsonSchema schema)
{
    /// <summary>The longest fact that a community takes, in characters.</summary>
    private const int MaxFact = 2000;

    public IReadOnlyList<Fact> Facts(IEnumerable<PartnerFacingField> fields) =>
    [
        .. fields.Where(field => field.Name is not ("title" or "summary"))
            .Select(field => (field, Value: Plain(frontMatter.Find(field.Name))))
            .Where(pair => pair.Value is { Length: > 0 and <= MaxFact })
            .Select(pair => new Fact(pair.field.Name, pair.field.Label, pair.Value!)),
    ];

    public IEnumerable<Node> Sections(IEnumerable<PartnerFacingField> fields)
    {
        foreach (var field in fields)
        {
            var value = frontMatter.Find(field.Name);
            if (value is not null && Plain(value) is null or { Length: > MaxFact })
            {
                yield return new HeadingNode(2, [Text(field.Label)], Readers.Audience, default);
                yield return Build(value, schema.ActualProperties.TryGetValue(field.Name, out var property) ? property : null);
            }
        }
    }

    // Null for what is not plain: a map, or a list that holds more than scalars.
    private static string? Plain(YamlNode? value) => value switch
    {
        YamlScalar scalar => FieldValue.Show(scalar),
        YamlList list when list.Items.All(item => item is YamlScalar) =>
            string.Join('\n', list.Items.Cast<YamlScalar>().Select(FieldValue.Show)),
        null => "",
        _ => null,
    };

    private static Node Build(YamlNode value, JsonSchema? schema) => value switch
    {
        YamlScalar scalar => Element("p", Text(FieldValue.Show(scalar))),
        YamlMap map => Element("table", Element("tbody", [.. Shown(map, schema).Select(entry => Element("tr",
            [
                Element("th", [KeyValuePair.Create("scope", "row")], [Text(Label(entry.Key, schema))]),
                Element("td", [.. Cell(entry.Value, Property(schema, entry.Key))]),
            ]))])),
        YamlList list when list.Items.Count > 0 && list.Items.All(item => item is YamlMap) =>
            Rows([.. list.Items.Cast<YamlMap>()], Items(schema)),
        YamlList list => Element("ul", [.. list.Items.Select(item => Element("li", [.. Cell(item, Items(schema))]))]),
        _ => new HiddenNode(default),
    };

    private static ElementNode Rows(IReadOnlyList<YamlMap> rows, JsonSchema? schema)
    {
        var written = rows.SelectMany(row => Shown(row, schema)).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        var columns = (schema?.ActualProperties.Keys ?? []).Where(written.Contains).ToList();
        columns.AddRange(written.Except(columns));
        return Element("table",
            Element("thead",
                Element("tr",
                    [.. columns.Select(column => Element("th", [KeyValuePair.Create("scope", "col")], [Text(Label(column, schema))]))])),
            Element("tbody", [.. rows.Select(row => Element("tr",
                [.. columns.Select(
                    column => Element("td", row[column] is { } value ? [.. Cell(value, Property(schema, column))] : []))]))]));
    }

    private static IEnumerable<Node> Cell(YamlNode value, JsonSchema? schema) =>
        value is YamlScalar scalar ? [Text(FieldValue.Show(scalar))] : [Build(value, schema)];

    private static IEnumerable<YamlEntry> Shown(YamlMap map, JsonSchema? schema) => map.Entries
        .Where(entry => entry.Value is not YamlScalar { IsNull: true })
        .Where(entry =>
            Property(schema, entry.Key)?.ExtensionData?.TryGetValue("x-partner-facing", out var facing) is not true || facing is not false);

    private static string Label(string key, JsonSchema? schema) => Property(schema, key) is { } property
        ? property.Title ?? property.ActualSchema.Title ?? Humanise(key)
        : Humanise(key);

    private static JsonSchemaProperty? Property(JsonSchema? schema, string key) =>
        schema is not null && schema.ActualSchema.ActualProperties.TryGetValue(key, out var property) ? property : null;

    private static JsonSchema? Items(JsonSchema? schema) => schema?.ActualSchema.Item?.ActualSchema;

    private static string Humanise(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    private static TextNode Text(string text) => new(text, Readers.Audience, default);

    private static ElementNode Element(string tag, params IReadOnlyList<Node> children) => Element(tag, [], children);

    private static ElementNode Element(string tag, IReadOnlyList<KeyValuePair<string, string>> attributes, IReadOnlyList<Node> children) =>
        new(tag, attributes, children, Readers.Audience, default);
}
