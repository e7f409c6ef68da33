using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>
/// The Markdown of descriptions, comments and documents, line by line: headings, lists, quotes, fences, tables, <c>details</c>. HTML comments are
/// left out, as GitHub leaves them out; every other tag is shown as the text it is.
/// </summary>
internal sealed partial class SafeMarkdown
{
    private const int Deepest = 12;

    private readonly string[] lines;
    private readonly int depth;
    private readonly List<Html> blocks = [];
    private int at;
    private int open;

    private SafeMarkdown(string text, int depth)
    {
        lines = text.Split('\n');
        this.depth = depth;
    }

    public static Html Render(string? text) => string.IsNullOrWhiteSpace(text)
        ? Html.Of($"""<p class="soft">No description.</p>""")
        : Render(Comment().Replace(text.ReplaceLineEndings("\n"), ""), 0);

    // A thousand quotes in each other are an attack on the stack, not a text.
    private static Html Render(string text, int depth) => depth > Deepest ? Html.Of($"<pre>{text}</pre>") : new SafeMarkdown(text, depth).Run();

    private Html Run()
    {
        while (at < lines.Length)
        {
            Block(lines[at].Trim());
        }

        for (; open > 0; open--)
        {
            blocks.Add(Html.Raw("</details>"));
        }

        return Html.Join(blocks, "\n");
    }

    private void Block(string line)
    {
        if (line.Length == 0)
        {
            at++;
        }
        else if (Fence().Match(line) is { Success: true } fence)
        {
            at++;
            var code = While(next => !next.Trim().StartsWith(fence.Groups[1].Value, StringComparison.Ordinal));
            at++;
            blocks.Add(Html.Of($"<pre><code>{string.Join('\n', code)}</code></pre>"));
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            at++;
            var level = Math.Min(heading.Groups[1].Length + 2, 6);
            blocks.Add(Html.Of($"{Html.Raw($"<h{level}>")}{InlineMarkdown.Render(heading.Groups[2].Value.TrimEnd(' ', '#'))}{Html.Raw($"</h{level}>")}"));
        }
        else if (Rule().IsMatch(line))
        {
            at++;
            blocks.Add(Html.Raw("<hr>"));
        }
        else if (Details(line))
        {
            at++;
        }
        else if (line[0] == '>')
        {
            var quote = While(next => next.TrimStart().StartsWith('>')).Select(next => next.TrimStart()[1..].Trim());
            Quote([.. quote]);
        }
        else if (Item().IsMatch(line))
        {
            List();
        }
        else if (line[0] == '|' && at + 1 < lines.Length && IsDivider(lines[at + 1]))
        {
            Table();
        }
        else
        {
            // The first line always belongs to the paragraph, whatever it looks like: otherwise nothing would ever consume it.
            at++;
            var rest = While(next => next.Trim() is { Length: > 0 } trimmed && !Starts(trimmed));
            blocks.Add(Html.Of($"<p>{Html.Join(rest.Prepend(line).Select(next => InlineMarkdown.Render(next.Trim())), "<br>\n")}</p>"));
        }
    }

    private bool Details(string line)
    {
        if (line == "<details>")
        {
            open++;
            blocks.Add(Html.Raw("<details>"));
        }
        else if (line == "</details>" && open > 0)
        {
            open--;
            blocks.Add(Html.Raw("</details>"));
        }
        else if (Summary().Match(line) is { Success: true } summary && open > 0)
        {
            blocks.Add(Html.Of($"<summary>{InlineMarkdown.Render(summary.Groups[1].Value)}</summary>"));
        }
        else
        {
            return false;
        }

        return true;
    }

    // GitHub's alerts are quotes whose first line names the kind.
    private void Quote(string[] quote)
    {
        var (kind, colour) = quote[0].ToUpperInvariant() switch
        {
            "[!NOTE]" => ("Note", "blue"),
            "[!TIP]" => ("Tip", "green"),
            "[!IMPORTANT]" => ("Important", "purple"),
            "[!WARNING]" => ("Warning", "yellow"),
            "[!CAUTION]" => ("Caution", "red"),
            _ => ("", ""),
        };
        blocks.Add(kind.Length == 0
            ? Html.Of($"<blockquote>{Render(string.Join('\n', quote), depth + 1)}</blockquote>")
            : Html.Of($"<div class=\"notice {colour}\"><strong>{kind}</strong>{Render(string.Join('\n', quote[1..]), depth + 1)}</div>"));
    }

    private void List()
    {
        var isOrdered = char.IsAsciiDigit(lines[at].Trim()[0]);
        var items = new List<Html>();
        while (at < lines.Length && Item().Match(lines[at].Trim()) is { Success: true } item)
        {
            at++;
            var inner = While(next => next.StartsWith("  ", StringComparison.Ordinal) && next.Trim().Length > 0);
            var indent = inner.Count == 0 ? 0 : inner.Min(next => next.Length - next.TrimStart().Length);
            var rest = inner.Count == 0 ? Html.Empty : Render(string.Join('\n', inner.Select(next => next[indent..])), depth + 1);
            items.Add(Html.Of($"<li>{Text(item.Groups[1].Value)}{rest}</li>"));
        }

        var list = Html.Join(items);
        blocks.Add(isOrdered ? Html.Of($"<ol>{list}</ol>") : Html.Of($"<ul>{list}</ul>"));
    }

    private static Html Text(string item) => item switch
    {
        _ when item.StartsWith("[ ] ", StringComparison.Ordinal) => Html.Of($"☐ {InlineMarkdown.Render(item[4..])}"),
        _ when item.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase) => Html.Of($"☑ {InlineMarkdown.Render(item[4..])}"),
        _ => InlineMarkdown.Render(item),
    };

    private void Table()
    {
        var rows = While(next => next.Trim().StartsWith('|')).Select(Cells).ToList();
        var head = Html.Each(rows[0], cell => Html.Of($"<th>{InlineMarkdown.Render(cell)}</th>"));
        var body = Html.Each(rows.Skip(2), row => Html.Of($"<tr>{Html.Each(row, cell => Html.Of($"<td>{InlineMarkdown.Render(cell)}</td>"))}</tr>"));
        blocks.Add(Html.Of($"""<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"""));
    }

    private static string[] Cells(string row) =>
        [.. Bar().Split(row.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    private static bool IsDivider(string line) => line.Contains('-') && line.Trim().All(letter => letter is ' ' or ':' or '|' or '-');

    private static bool Starts(string line) =>
        line[0] is '>' or '|' || Fence().IsMatch(line) || Heading().IsMatch(line) || Item().IsMatch(line) || line.StartsWith("<details", StringComparison.Ordinal)
        || line.StartsWith("</details", StringComparison.Ordinal) || line.StartsWith("<summary", StringComparison.Ordinal);

    private List<string> While(Func<string, bool> belongs)
    {
        var taken = new List<string>();
        for (; at < lines.Length && belongs(lines[at]); at++)
        {
            taken.Add(lines[at]);
        }

        return taken;
    }

    [GeneratedRegex("<!--.*?(?:-->|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("^(`{3,}|~{3,})[^`]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex("^(#{1,6}) +(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:-{3,}|\*{3,}|_{3,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:[-*+]|\d{1,9}[.)]) +(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex("^<summary>(.*?)</summary>$", RegexOptions.CultureInvariant)]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
