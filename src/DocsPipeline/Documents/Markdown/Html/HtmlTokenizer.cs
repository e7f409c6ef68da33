using System.Net;

namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>
/// Cuts raw HTML into tags and text, in one pass. Stricter than a browser on purpose: what is not plainly a tag is
/// <see cref="HtmlOther"/>, which is never published, so that a browser's leniency has nothing to work on.
/// </summary>
internal static class HtmlTokenizer
{
    public static IEnumerable<HtmlToken> Cut(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var next = html[at] == '<' ? Tag(html, at) : Text(html, at);
            at += next.Length;
            yield return next;
        }
    }

    private static HtmlText Text(string html, int at)
    {
        var end = html.IndexOf('<', at);
        end = end < 0 ? html.Length : end;
        return new HtmlText(WebUtility.HtmlDecode(html[at..end]), at, end - at);
    }

    private static HtmlToken Tag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return new HtmlComment(end < 0 ? "" : html[(at + 4)..end].Trim(), at, (end < 0 ? html.Length : end + 3) - at);
        }

        var closing = at + 1 < html.Length && html[at + 1] == '/';
        var start = at + (closing ? 2 : 1);
        var position = start;
        while (position < html.Length && (char.IsAsciiLetterOrDigit(html[position]) || (html[position] is '-' or ':' && position > start)))
        {
            position++;
        }

        if (position == start || !char.IsAsciiLetter(html[start]))
        {
            return Other(html, at);
        }

        var name = html[start..position].ToLowerInvariant();
        var attributes = new List<KeyValuePair<string, string>>();
        while (true)
        {
            position = SkipSpace(html, position);
            if (position >= html.Length)
            {
                return new HtmlOther(at, html.Length - at);
            }

            if (html[position] == '>' || (html[position] == '/' && position + 1 < html.Length && html[position + 1] == '>'))
            {
                var selfClosing = html[position] == '/';
                var length = position + (selfClosing ? 2 : 1) - at;
                return closing ? new HtmlCloseTag(name, at, length) : new HtmlOpenTag(name, attributes, selfClosing, at, length);
            }

            if (Attribute(html, ref position) is not { } attribute)
            {
                return Other(html, at);
            }

            attributes.Add(attribute);
        }
    }

    private static KeyValuePair<string, string>? Attribute(string html, ref int position)
    {
        var start = position;
        while (position < html.Length
            && (char.IsAsciiLetterOrDigit(html[position]) || html[position] is '-' or '_' or ':' or '.' or '@' or '+'))
        {
            position++;
        }

        if (position == start)
        {
            return null;
        }

        var name = html[start..position].ToLowerInvariant();
        var equals = SkipSpace(html, position);
        if (equals >= html.Length || html[equals] != '=')
        {
            return KeyValuePair.Create(name, "");
        }

        position = SkipSpace(html, equals + 1);
        if (position < html.Length && html[position] is '"' or '\'')
        {
            var end = html.IndexOf(html[position], position + 1);
            if (end < 0)
            {
                return null;
            }

            var quoted = html[(position + 1)..end];
            position = end + 1;
            return KeyValuePair.Create(name, WebUtility.HtmlDecode(quoted));
        }

        var from = position;
        while (position < html.Length && !char.IsWhiteSpace(html[position])
            && html[position] is not ('>' or '"' or '\'' or '<' or '=' or '`'))
        {
            position++;
        }

        return KeyValuePair.Create(name, WebUtility.HtmlDecode(html[from..position]));
    }

    private static HtmlOther Other(string html, int at)
    {
        var end = html.IndexOf('>', at + 1);
        return new HtmlOther(at, (end < 0 ? html.Length : end + 1) - at);
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && html[at] is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            at++;
        }

        return at;
    }
}
