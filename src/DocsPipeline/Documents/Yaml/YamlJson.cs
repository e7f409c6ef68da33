using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents.Yaml;

/// <summary>YAML values as JSON, by the YAML 1.2 core schema: <c>yes</c> and <c>2026-12-01</c> are strings, <c>true</c> and <c>12</c> are
/// not.</summary>
public static partial class YamlJson
{
    public static JToken ToJson(YamlNode node) => node switch
    {
        YamlMap map => new JObject(map.Entries.Select(entry => new JProperty(entry.Key, ToJson(entry.Value)))),
        YamlList list => new JArray(list.Items.Select(ToJson)),
        YamlScalar { IsNull: true } => JValue.CreateNull(),
        YamlScalar { IsPlain: true } scalar => Typed(scalar.Text),
        YamlScalar scalar => new JValue(scalar.Text),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is not a YAML value"),
    };

    private static JValue Typed(string text)
    {
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            return new JValue(text[0] is 't' or 'T');
        }

        if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return new JValue(integer);
        }

        return Number().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new JValue(number)
            : new JValue(text);
    }

    // Leading zeros are kept as text: control numbers and X12 versions (004010) lose their meaning as numbers.
    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
