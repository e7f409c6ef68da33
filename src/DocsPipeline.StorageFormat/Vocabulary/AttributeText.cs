using System.Text;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// <c>name="value" flag</c>, the way directives, containers, info strings and HTML tags carry what Markdown has no words for. Names that
/// are not made of letters, digits, <c>.</c>, <c>-</c> and <c>_</c> are spelled with <c>_XX</c>, the empty one as <c>_</c>.
/// </summary>
internal static class AttributeText
{
    public static void Write(StringBuilder text, string name, string value)
    {
        text.Append(' ').Append(name).Append("=\"");
        foreach (var character in value)
        {
            var escape = character is '&' or '"' or '<' or '>' or '|' or '`' or '{' or '}' || character < ' ';
            _ = escape ? text.Append(Reference(character)) : text.Append(character);
        }

        text.Append('"');
    }

    public static string Reference(char character) => character switch
    {
        '&' => "&amp;",
        '"' => "&quot;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => $"&#{(int)character};",
    };

    /// <summary>Whether a name is one that <see cref="EncodeName"/> can have made, with the colons of special ones.</summary>
    public static bool IsName(string name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '-' or '_' or ':'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    public static string EncodeName(string name) => name.Length == 0 ? "_" : Encode(name);

    public static string DecodeName(string name)
    {
        if (name == "_" || !name.Contains('_'))
        {
            return name == "_" ? "" : name;
        }

        var text = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var escape = name[at] == '_' && at + 4 < name.Length && name[(at + 1)..(at + 5)].All(char.IsAsciiHexDigit);
            text.Append(escape ? (char)Convert.ToInt32(name[(at + 1)..(at + 5)], 16) : name[at]);
            at += escape ? 4 : 0;
        }

        return text.ToString();
    }

    /// <summary>Reads <c>name="value"</c>, <c>name='value'</c>, <c>name=value</c> and bare names (value null), in order.</summary>
    public static List<KeyValuePair<string, string?>> Parse(ReadOnlySpan<char> text)
    {
        var attributes = new List<KeyValuePair<string, string?>>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] is '=' or '"' or '\'' or '/')
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '=')
            {
                at++;
            }

            var name = text[start..at].ToString();
            var value = at < text.Length && text[at] == '=' ? Value(text, ref at) : null;
            attributes.Add(new(name, value));
        }

        return attributes;
    }

    private static string Value(ReadOnlySpan<char> text, ref int at)
    {
        at++;
        if (at == text.Length)
        {
            return "";
        }

        var quote = text[at] is '"' or '\'' ? text[at] : '\0';
        var start = quote == '\0' ? at : at + 1;
        var end = quote == '\0' ? text[start..].IndexOfAny(" \t\n") : text[start..].IndexOf(quote);
        end = end < 0 ? text.Length : start + end;
        at = quote == '\0' ? end : Math.Min(end + 1, text.Length);
        return Entities.Decode(text[start..end]);
    }

    private static string Encode(string name)
    {
        var text = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var plain = char.IsAsciiLetterOrDigit(name[at]) || name[at] == '.' || (name[at] == '-' && (at == 0 || name[at - 1] != '-'))
                || (name[at] == '_' && name.Length > 1);
            _ = plain ? text.Append(name[at]) : text.Append('_').Append(((int)name[at]).ToString("x4"));
        }

        return text.ToString();
    }
}
