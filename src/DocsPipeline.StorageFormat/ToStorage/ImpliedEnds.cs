using System.Text.RegularExpressions;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The end tags that HTML lets people leave out (HTML 13.1.2.4), as far as storage has the elements.</summary>
internal static partial class ImpliedEnds
{
    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

    private static readonly string[] Named =
        ["li", "p", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "caption", "colgroup", "a", .. Headings];

    private static readonly (string[] Ends, string[] Within) Item = (["li", "p"], ["ul", "ol"]);

    private static readonly (string[] Ends, string[] Within) Block =
        (["p"], ["li", "td", "th", "blockquote", "div", "details", "dd"]);

    private static readonly (string[] Ends, string[] Within) Heading = (["p", .. Headings], Block.Within);

    private static readonly (string[] Ends, string[] Within) Cell = (["td", "th", "p", "caption", "colgroup"], ["tr", "table"]);

    private static readonly (string[] Ends, string[] Within) Row = (["tr", .. Cell.Ends], ["table"]);

    private static readonly (string[] Ends, string[] Within) Rows = (["thead", "tbody", "tfoot", .. Row.Ends], ["table"]);

    private static readonly (string[] Ends, string[] Within) Link = (["a"], ["td", "th", "table"]);

    private static readonly (string[] Ends, string[] Within) Definition = (["dt", "dd", "p"], ["dl"]);

    /// <summary>What the start of a tag ends, and what it does not look behind.</summary>
    public static (string[] Ends, string[] Within) Of(string name) => name switch
    {
        "li" => Item,
        "p" or "ul" or "ol" or "table" or "blockquote" or "pre" or "div" or "hr" or "dl" => Block,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Heading,
        "td" or "th" => Cell,
        "tr" => Row,
        "colgroup" or "thead" or "tbody" or "tfoot" => Rows,
        "a" => Link,
        "dt" or "dd" => Definition,
        _ => ([], []),
    };

    /// <summary>The names of which a block of HTML begins more than it ends. One that ends all it begins means what it says.</summary>
    public static void Find(ReadOnlySpan<char> html, HashSet<string> names)
    {
        Span<int> open = stackalloc int[Named.Length];
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.Slice(tag.Index + 1, tag.Length - 1);
            var closes = text[0] == '/';
            open[NumberOf(closes ? text[1..] : text)] += closes ? -1 : 1;
        }

        for (var at = 0; at < Named.Length; at++)
        {
            if (open[at] > 0)
            {
                names.Add(Named[at]);
            }
        }
    }

    private static int NumberOf(ReadOnlySpan<char> name)
    {
        var at = 0;
        while (!name.Equals(Named[at], StringComparison.OrdinalIgnoreCase))
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"</?(li|p|td|th|tr|dt|dd|thead|tbody|tfoot|caption|colgroup|a|h[1-6])(?=[\s>/])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
