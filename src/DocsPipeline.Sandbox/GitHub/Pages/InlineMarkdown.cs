using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Pages;

/// <summary>Code spans, emphasis, links and line breaks. Everything else is text: no tag of the source survives, and images become links.</summary>
internal static partial class InlineMarkdown
{
    public static Html Render(string text)
    {
        var pieces = new List<Html>();
        var at = 0;
        foreach (var match in Token().EnumerateMatches(text))
        {
            pieces.Add(Plain(text[at..match.Index]));
            pieces.Add(Special(text.Substring(match.Index, match.Length)));
            at = match.Index + match.Length;
        }

        pieces.Add(Plain(text[at..]));
        return Html.Join(pieces);
    }

    /// <summary>Web addresses and addresses of the sandbox itself; anything else, <c>javascript:</c> for one, is no link.</summary>
    public static bool IsSafe(string address) =>
        address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || (address.Length > 0 && address[0] is '/' or '#' && !address.StartsWith("//", StringComparison.Ordinal));

    private static Html Plain(string text) => Html.Of($"{text}");

    private static Html Special(string token) => token[0] switch
    {
        '`' => Html.Of($"<code>{token.Trim('`').Trim()}</code>"),
        '\\' => Plain(token[1..]),
        '*' when token.StartsWith("**", StringComparison.Ordinal) => Html.Of($"<strong>{Render(token[2..^2])}</strong>"),
        '*' or '_' => Html.Of($"<em>{Render(token[1..^1])}</em>"),
        '~' => Html.Of($"<del>{Render(token[2..^2])}</del>"),
        'h' => Link(token, token),
        '<' => Html.Of($"<br>"),
        _ => Named(token),
    };

    private static Html Named(string token)
    {
        var end = token.LastIndexOf("](", StringComparison.Ordinal);
        var label = token[(token.StartsWith('!') ? 2 : 1)..end];
        var address = token[(end + 2)..^1].Split(' ')[0];
        return Link(address, label.Length == 0 ? address : label);
    }

    private static Html Link(string address, string label) => IsSafe(address)
        ? Html.Of($"""<a href="{address}" rel="noopener noreferrer nofollow">{Unlinked(label)}</a>""")
        : Html.Of($"{label} ({address})");

    // A link inside a link would be neither.
    private static Html Unlinked(string label) => label.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? Plain(label) : Render(label);

    [GeneratedRegex(
        """(?<!`)(`+)(?!`)[^`]+?\1(?!`)|\\[\\`*_\[\]<>#|~!-]|\*\*[^*\n]+?\*\*|(?<!\w)_[^_\n]+_(?!\w)|\*[^*\s][^*\n]*?\*|~~[^~\n]+~~|!?\[[^\[\]\n]*\]\([^()\s]+(?: "[^"\n]*")?\)|https?://[^\s<>()\[\]`*]+[^\s<>()\[\]`*.,;:!?]|<br ?/?>""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
