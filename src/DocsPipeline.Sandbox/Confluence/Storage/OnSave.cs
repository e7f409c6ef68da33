using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Storage;

/// <summary>
/// What Cloud does to a body when it is saved: refuses malformed XML, strips comments, gives blocks and macros their ids. Everything else
/// stays byte for byte. The ids follow from page, version and place, so that a replayed story gives the same bytes.
/// </summary>
internal static partial class OnSave
{
    public static string Apply(string body, string pageId, int version)
    {
        try
        {
            WellFormed.Check(body);
        }
        catch (MalformedStorage problem)
        {
            throw Refusal.Bad(problem.Message);
        }

        var place = 0;
        return Piece().Replace(body, match => match switch
        {
            { Value: ['<', '!', '[', ..] } => match.Value,
            { Value: ['<', '!', '-', ..] } => "",
            _ => Identify(match.Groups["name"].Value, match.Groups["rest"].Value, $"{pageId}.{version}.{++place}"),
        });
    }

    private static string Identify(string name, string rest, string seed)
    {
        var added = new StringBuilder();
        if (name == "ac:structured-macro")
        {
            Add("ac:local-id", Guid(seed + ".local"));
            Add("ac:macro-id", Guid(seed + ".macro"));
        }
        else if (name is "table" or "td" or "th" or "ac:layout-section" or "ac:layout-cell")
        {
            Add("ac:local-id", Guid(seed));
        }
        else
        {
            Add("local-id", Guid(seed)[^12..]);
        }

        var end = rest.EndsWith('/') ? rest.TrimEnd('/').TrimEnd().Length : rest.Length;
        return $"<{name}{rest[..end]}{added}{rest[end..]}>";

        void Add(string attribute, string value)
        {
            if (!rest.Contains($" {attribute}=", StringComparison.Ordinal))
            {
                added.Append(' ').Append(attribute).Append("=\"").Append(value).Append('"');
            }
        }
    }

    private static string Guid(string seed) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16)).ToString();

    [GeneratedRegex("""
        <!\[CDATA\[.*?\]\]>|<!--.*?-->
        |<(?<name>p|h[1-6]|ul|ol|li|table|td|th|ac:structured-macro|ac:layout-section|ac:layout-cell)
        (?<rest>(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/?)>
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
