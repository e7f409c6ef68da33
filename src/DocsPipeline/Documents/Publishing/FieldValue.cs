using System.Globalization;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents.Publishing;

/// <summary>A front matter value as partners read it: times in UTC without the T and the Z, yes and no instead of true and false.</summary>
internal static class FieldValue
{
    public static string Show(YamlScalar scalar)
    {
        if (scalar.IsNull)
        {
            return "";
        }

        var text = scalar.Text.Trim();
        return scalar.IsPlain && text is "true" ? "yes"
            : scalar.IsPlain && text is "false" ? "no"
            : text.Length >= 20 && text[10] == 'T' && text[^1] == 'Z'
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time.UtcDateTime.ToString(
                    time.Second == 0 ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
            : text;
    }
}
