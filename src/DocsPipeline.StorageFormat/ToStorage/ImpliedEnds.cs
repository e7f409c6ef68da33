using System.Text.RegularExpressions;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The end tags that HTML lets people leave out (HTML 13.1.2.4), as far as storage has the elements.</summary>
internal static partial class ImpliedEnds
{
    private static readonly string[] Named = ["li", "p", "td", "th", "tr", "dt", "dd"];

    /// <summary>What the start of a tag ends, and what it does not look behind.</summary>
    public static (string[] Ends, string[] Within) Of(string name) => name switch
    {
        "li" => (["li", "p"], ["ul", "ol"]),
        "p" or "ul" or "ol" or "table" or "blockquote" or "pre" or "div" or "hr" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" =>
            (["p"], ["li", "td", "th", "blockquote", "div", "details", "dd"]),
        "td" or "th" => (["td", "th", "p"], ["tr", "table"]),
        "tr" or "tbody" or "tfoot" => (["tr", "td", "th", "p"], ["table"]),
        "dt" or "dd" => (["dt", "dd", "p"], ["dl"]),
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
            var at = Array.IndexOf(Named, (closes ? text[1..] : text).ToString().ToLowerInvariant());
            open[at] += closes ? -1 : 1;
        }

        for (var at = 0; at < Named.Length; at++)
        {
            if (open[at] > 0)
            {
                names.Add(Named[at]);
            }
        }
    }

    [GeneratedRegex(@"</?(li|p|td|th|tr|dt|dd)(?=[\s>/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
