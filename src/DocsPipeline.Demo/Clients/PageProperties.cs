using System.Text.RegularExpressions;

namespace DocsPipeline.Demo.Clients;

/// <summary>The table of page properties in a page's storage format, edited as a person edits it: row by row.</summary>
internal static partial class PageProperties
{
    /// <summary>Gives a property a new value (storage format of the cell), or adds the row.</summary>
    public static string With(string body, string key, string cell)
    {
        var row = $"<tr><th><p>{key}</p></th><td>{cell}</td></tr>";
        if (Row().Matches(body).FirstOrDefault(match => match.Groups["key"].Value == key) is { } found)
        {
            return body[..found.Index] + row + body[(found.Index + found.Length)..];
        }

        return body.Insert(body.IndexOf("</tbody>", StringComparison.Ordinal), row);
    }

    /// <summary>A cell that holds YAML, for values that are more than a word or a list.</summary>
    public static string Yaml(string yaml) =>
        "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\"><ac:parameter ac:name=\"language\">yaml</ac:parameter>"
        + $"<ac:plain-text-body><![CDATA[{yaml}]]></ac:plain-text-body></ac:structured-macro>";

    [GeneratedRegex(
        "<tr[^>]*>\\s*<th[^>]*>\\s*(?:<p[^>]*>)?(?<key>[a-z0-9-]+)(?:</p>)?\\s*</th>\\s*<td[^>]*>.*?</td>\\s*</tr>",
        RegexOptions.Singleline)]
    private static partial Regex Row();
}
