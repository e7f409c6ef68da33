using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents;

/// <summary>The YAML between the two <c>---</c> lines, with the place of every value. Paths are written as
/// <c>audience.partners[0]</c>.</summary>
public sealed class FrontMatter(YamlMap root)
{
    private JObject? json;

    public YamlMap Root { get; } = root;

    /// <summary>The same values as JSON, in YAML 1.2 core types; what schemas are checked against.</summary>
    public JObject Json => json ??= (JObject)YamlJson.ToJson(Root);

    public YamlNode? Find(string path) => YamlPath.Find(Root, path);

    /// <summary>A scalar's text, or null where there is none or it is empty or null.</summary>
    public string? Text(string path) => Find(path) is YamlScalar { IsNull: false, Text.Length: > 0 } scalar ? scalar.Text : null;

    /// <summary>The scalars of a list; a single scalar counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string path) => Find(path) switch
    {
        YamlList list => [.. list.Items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Text)],
        YamlScalar { IsNull: false } scalar => [scalar.Text],
        _ => [],
    };

    /// <summary>Where a value stands; for one that does not exist, its nearest ancestor that does.</summary>
    public SourceSpan SpanOf(string path) => YamlPath.SpanOf(Root, path);
}
