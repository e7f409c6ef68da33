using System.Text.Encodings.Web;
using System.Text.Json;

namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>One-line YAML scalars: plain where YAML reads them as they stand, double-quoted elsewhere.</summary>
internal static class YamlText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string text) => IsPlain(text) ? text : JsonSerializer.Serialize(text, Readable);

    public static string Read(string yaml)
    {
        var text = yaml.Trim();
        if (text.Length > 1 && text[0] == '\'' && text[^1] == '\'')
        {
            return text[1..^1].Replace("''", "'");
        }

        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            return text;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(text) ?? "";
        }
        catch (JsonException)
        {
            return text[1..^1];
        }
    }

    /// <summary>Whether a one-line YAML value is a scalar that a cell can show as text.</summary>
    public static bool IsScalar(string yaml) =>
        !yaml.Contains('\n') && (yaml.Length == 0 || yaml[0] is not ('[' or '{' or '|' or '>' or '&' or '*' or '!'))
        && !yaml.StartsWith("- ", StringComparison.Ordinal)
        && (yaml[..Math.Min(1, yaml.Length)] is "\"" or "'" || (!yaml.Contains(": ") && !yaml.EndsWith(':') && !yaml.Contains(" #")));

    private static bool IsPlain(string text) =>
        text.Length > 0 && !"-?:,[]{}#&*!|>'\"%@` ".Contains(text[0]) && text[^1] is not (' ' or ':') && !text.Contains(": ")
        && !text.Contains(" #") && !text.Any(char.IsControl)
        && text is not ("~" or "null");
}
