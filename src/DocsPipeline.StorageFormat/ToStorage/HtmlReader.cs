using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Feeds the tags, directives and text of an HTML block to the builder.</summary>
internal static class HtmlReader
{
    /// <summary>
    /// Reads a block of HTML that stands at a place of the Markdown; <paramref name="after"/> is the Markdown behind it, where the ends of
    /// directives may stand.
    /// </summary>
    public static void Read(StorageBuilder builder, ReadOnlySpan<char> html, ReadOnlySpan<char> after, int place)
    {
        var end = place + html.Length;
        while (!html.IsEmpty)
        {
            builder.Place = end - html.Length;
            var length = html[0] == '<' ? Markup(builder, html, after) : 0;
            if (length == 0)
            {
                var next = html[1..].IndexOf('<');
                length = next < 0 ? html.Length : next + 1;
                Text(builder, html[..length], next < 0 || IsBlockTag(html[length..]));
            }

            html = html[length..];
        }
    }

    /// <summary>Whether a directive has its end further on; some never have one, and a page may hold thousands.</summary>
    public static bool IsOpenLater(DirectiveTag directive, ReadOnlySpan<char> after) =>
        !directive.IsEmpty && directive.Name is not ("storage:comment" or "storage:xml" or "storage:task" or "storage:table")
        && after.Contains(directive.End, StringComparison.Ordinal);

    private static int Markup(StorageBuilder builder, ReadOnlySpan<char> html, ReadOnlySpan<char> after)
    {
        if (html.StartsWith("<!--"))
        {
            var end = html.IndexOf("-->");
            var comment = html[..(end < 0 ? html.Length : end + 3)];
            if (DirectiveTag.Parse(comment) is { } directive)
            {
                builder.Directive(directive, !directive.Closes
                    && (IsOpenLater(directive, html[comment.Length..]) || IsOpenLater(directive, after)));
            }
            else
            {
                builder.Comment(comment);
            }

            return comment.Length;
        }

        var start = html.Length > 1 && html[1] == '/' ? 2 : 1;
        if (html.Length <= start || !char.IsAsciiLetter(html[start]))
        {
            return 0;
        }

        var close = TagEnd(html);
        if (close < 0)
        {
            return 0;
        }

        var tag = HtmlTag.Parse(html[..close]);
        if (!HtmlNames.IsTag(tag.Name))
        {
            return 0;
        }

        builder.Tag(tag);
        return close;
    }

    /// <summary>Behind the <c>&gt;</c> that ends a tag, which may stand in a quoted value before.</summary>
    private static int TagEnd(ReadOnlySpan<char> html)
    {
        var quote = '\0';
        for (var at = 0; at < html.Length; at++)
        {
            if (quote != '\0')
            {
                quote = html[at] == quote ? '\0' : quote;
            }
            else if (html[at] is '"' or '\'')
            {
                quote = html[at];
            }
            else if (html[at] == '>')
            {
                return at + 1;
            }
        }

        return -1;
    }

    private static void Text(StorageBuilder builder, ReadOnlySpan<char> text, bool beforeBlock)
    {
        if (builder.InPre)
        {
            builder.Text.AppendText(Entities.Decode(text));
            return;
        }

        if (text.IsWhiteSpaceOnly() && text.Contains('\n'))
        {
            return;
        }

        builder.CheckHome(text);
        var trimmed = beforeBlock && text.TrimEnd(" \t").EndsWith("\n") ? text.TrimEnd(" \t\r\n") : text;
        if (!trimmed.ContainsAny('\n', '&'))
        {
            builder.Words(trimmed);
            return;
        }

        var line = trimmed.Contains('\n')
            ? string.Join(' ', trimmed.ToString().Split('\n').Select((part, index) => index == 0 ? part : part.TrimStart()))
            : trimmed.ToString();
        builder.Words(Entities.Decode(line));
    }

    private static bool IsBlockTag(ReadOnlySpan<char> html)
    {
        var end = html.IndexOfAny(" >\n");
        var name = end < 0 ? default : html[1..end].TrimStart('/');
        return name.StartsWith("!--")
            || ElementNames.Of(name) is (>= Element.P and <= Element.Blockquote) or Element.Pre or Element.Div
            or (>= Element.Table and <= Element.Dd) || name is "figure" or "details";
    }
}
