using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>
/// What a community server does to HTML before it stores it: unknown elements and attributes go, links to elsewhere get a <c>rel</c>,
/// images load lazily. So what is stored is not what was sent, and nobody can rely on it.
/// </summary>
internal static partial class HtmlRewriting
{
    private static readonly HashSet<string> Elements =
    [
        "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "div", "dl", "dt", "em",
        "figcaption", "figure", "h1", "h2", "h3", "h4",
        "h5", "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span",
        "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
    ];

    private static readonly HashSet<string> Swallowed = [
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "title", "textarea", "xmp"];

    private static readonly HashSet<string> Attributes =
    [
        "alt", "checked", "class", "colspan", "datetime", "dir", "disabled", "height", "href", "id", "lang", "open", "reversed", "rowspan",
        "scope", "span", "src", "start", "title", "type",
        "value", "width",
    ];

    /// <summary>Refuses with 422 what takes too long to make sense of.</summary>
    public static string Rewrite(string html)
    {
        try
        {
            return Walk(html);
        }
        catch (RegexMatchTimeoutException)
        {
            throw Problem.Field("/content/html", "pattern", "The markup is too tangled to read.");
        }
    }

    private static string Walk(string html)
    {
        var result = new StringBuilder(html.Length + 64);
        var swallowing = "";
        var depth = 0;
        var at = 0;
        foreach (Match markup in Markup().Matches(html))
        {
            if (depth == 0)
            {
                Text(result, html.AsSpan(at, markup.Index - at));
            }

            at = markup.Index + markup.Length;
            var name = markup.Groups["name"].Value.ToLowerInvariant();
            var closing = markup.Groups["close"].Success;
            if (depth > 0)
            {
                depth += name != swallowing || markup.Value.EndsWith("/>", StringComparison.Ordinal) ? 0 : closing ? -1 : 1;
            }
            else if (!closing && Swallowed.Contains(name))
            {
                swallowing = name;
                depth = markup.Value.EndsWith("/>", StringComparison.Ordinal) ? 0 : 1;
            }
            else if (Elements.Contains(name))
            {
                result.Append(closing ? $"</{name}>" : Open(name, markup.Groups["attributes"].Value));
            }
        }

        if (depth == 0)
        {
            Text(result, html.AsSpan(at));
        }

        return result.ToString();
    }

    // A lone "<" that opened nothing is text.
    private static void Text(StringBuilder result, ReadOnlySpan<char> text) =>
        result.Append(text.ToString().Replace("<", "&lt;", StringComparison.Ordinal));

    private static string Open(string name, string attributes)
    {
        var tag = new StringBuilder($"<{name}");
        var elsewhere = false;
        foreach (Match attribute in Attribute().Matches(attributes))
        {
            var key = attribute.Groups["key"].Value.ToLowerInvariant();
            var value = WebUtility.HtmlDecode(attribute.Groups["value"].Value.Trim('"', '\''));
            if (!Attributes.Contains(key)
                || (key is "href" or "src" && !Address(value, key))
                || (name == "input" && key == "type" && value != "checkbox"))
            {
                continue;
            }

            elsewhere |= key == "href" && value.StartsWith("http", StringComparison.OrdinalIgnoreCase);
            var escaped = value
                .Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal)
                .Replace("<", "&lt;", StringComparison.Ordinal);
            tag.Append($" {key}=\"{escaped}\"");
        }

        tag.Append(elsewhere ? " rel=\"noopener noreferrer nofollow\"" : name == "img" ? " loading=\"lazy\"" : "");
        return tag.Append('>').ToString();
    }

    // Pictures come from attachments only: a remote one would tell its server who reads what.
    private static bool Address(string value, string key) =>
        value.StartsWith("attachment:", StringComparison.Ordinal)
        || (
            key == "href"
                && (value.StartsWith('#') || value.StartsWith("document:", StringComparison.Ordinal) || SafeScheme().IsMatch(value)));

    [GeneratedRegex(
        """<!--.*?(?:-->|\z)|<!\[CDATA\[.*?(?:\]\]>|\z)|<[!?][^>]*>|"""
        + """<(?<close>/)?(?<name>[A-Za-z][A-Za-z0-9:-]*)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex("""(?<key>[^\s"'<>/=]+)(?:\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s"'>]+))?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex("^(https?://|mailto:|tel:)", RegexOptions.IgnoreCase)]
    private static partial Regex SafeScheme();
}
