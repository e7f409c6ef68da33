using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents;

/// <summary>
/// Writes front matter the way a person would: fields in the order of the kind's schema, short lists on one line, no quotes where none are
/// needed. What is written reads back as the same values.
/// </summary>
internal static partial class FrontMatterLayout
{
    private const int LineLength = 100;

    /// <summary>Fields in the schema's order, those it does not know after them, <c>confluence</c> last.</summary>
    public static IEnumerable<string> Order(IEnumerable<string> keys, JObject schema)
    {
        var known = (schema["properties"] as JObject ?? []).Properties().Select(property => property.Name).ToList();
        return keys.OrderBy(key => key == "confluence" ? int.MaxValue : known.IndexOf(key) is >= 0 and var place ? place : known.Count);
    }

    /// <summary>One field with its line ends.</summary>
    public static string Field(string key, YamlNode value)
    {
        var text = new StringBuilder();
        Write(text, key, value, 0);
        return text.ToString();
    }

    public static YamlScalar Text(string value) => new(value, IsPlain(value, inList: false), SourceSpan.Start);

    public static YamlMap Of(ConfluenceSource source)
    {
        var entries =
            new List<YamlEntry> { Entry("space", Text(source.Space)), Entry("page", new YamlScalar(source.Page, false, SourceSpan.Start)),
                Entry("version", Number(source.Version)) };
        if (source.Parent is { } parent)
        {
            entries.Add(Entry("parent", new YamlScalar(parent, false, SourceSpan.Start)));
        }

        if (source.Position is { } position)
        {
            entries.Add(Entry("position", Number(position)));
        }

        if (source.Files is { } files)
        {
            entries.Add(Entry("files", Text(files.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))));
        }

        if (source.Gone is { } gone)
        {
            entries.Add(Entry("gone", Text(gone)));
        }

        return new YamlMap(entries, SourceSpan.Start);
    }

    private static YamlScalar Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), true, SourceSpan.Start);

    private static YamlEntry Entry(string key, YamlNode value) => new(key, SourceSpan.Start, value);

    private static void Write(StringBuilder text, string key, YamlNode value, int depth)
    {
        text.Append(' ', depth * 2).Append(key).Append(':');
        switch (value)
        {
            case YamlMap { Entries.Count: > 0 } map:
                text.Append('\n');
                foreach (var entry in map.Entries)
                {
                    Write(text, entry.Key, entry.Value, depth + 1);
                }

                break;
            case YamlList { Items.Count: > 0 } list when Line(list) is not { } line || line.Length + key.Length + (depth * 2) > LineLength:
                text.Append('\n');
                foreach (var item in list.Items)
                {
                    WriteItem(text, item, depth + 1);
                }

                break;
            default:
                text.Append(' ').Append(Line(value)).Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, YamlNode item, int depth)
    {
        if (item is not YamlMap { Entries.Count: > 0 } map)
        {
            text.Append(' ', depth * 2).Append("- ").Append(Line(item) ?? "[]").Append('\n');
            return;
        }

        var fields = new StringBuilder();
        foreach (var entry in map.Entries)
        {
            Write(fields, entry.Key, entry.Value, depth + 1);
        }

        fields[depth * 2] = '-';
        text.Append(fields);
    }

    /// <summary>The value on one line, or null where it holds maps or nested lists.</summary>
    private static string? Line(YamlNode value) => value switch
    {
        YamlScalar scalar => Scalar(scalar, inList: false),
        YamlList list when list.Items.All(item => item is YamlScalar) =>
            $"[{string.Join(", ", list.Items.Cast<YamlScalar>().Select(item => Scalar(item, inList: true)))}]",
        YamlMap { Entries.Count: 0 } => "{}",
        _ => null,
    };

    private static string Scalar(YamlScalar scalar, bool inList) =>
        scalar.IsNull ? "null"
        : scalar.IsPlain && YamlJson.ToJson(scalar).Type != JTokenType.String ? scalar.Text
        : IsPlain(scalar.Text, inList) ? scalar.Text
        : JToken.FromObject(scalar.Text).ToString(Newtonsoft.Json.Formatting.None);

    // Only what is plainly plain: a value that could be read as anything but this very string gets quotes.
    private static bool IsPlain(string text, bool inList) =>
        PlainText().IsMatch(text)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && !(inList && text.AsSpan().IndexOfAny(",[]{}") >= 0)
        && new YamlScalar(text, true, SourceSpan.Start) is { IsNull: false } plain
        && YamlJson.ToJson(plain).Type == JTokenType.String
        && !LooksLikeNumber().IsMatch(text);

    [GeneratedRegex(@"^[\p{L}\p{N}/(][^\p{C}]*(?<! )$")]
    private static partial Regex PlainText();

    // Control numbers and X12 versions (004010): a reader of another YAML version would take them for numbers.
    [GeneratedRegex(@"^[0-9][0-9_.,:eExXoO]*$")]
    private static partial Regex LooksLikeNumber();
}
