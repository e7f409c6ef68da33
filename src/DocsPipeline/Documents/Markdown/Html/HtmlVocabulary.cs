using System.Collections.Frozen;

namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>
/// The HTML that may be written in a document and that partners may get: elements, what may stand inside them, and attributes. A list of
/// what is allowed and never of what is forbidden; there is no svg, math, style, script, noscript, template, form or comment.
/// </summary>
internal static class HtmlVocabulary
{
    /// <summary>What anchors begin with: <c>forms</c> must not take the place of something in the portal's own page.</summary>
    public const string AnchorPrefix = "section-";

    public static FrozenSet<string> Phrasing { get; } = Set(
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong",
        "sub", "sup", "time", "u", "var");

    public static FrozenSet<string> Block { get; } = Set(
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "hr", "table", "div", "details", "figure", "dl",
        "section");

    /// <summary>Elements that stand only in certain others, with those.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Parts { get; } = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Set("ul", "ol"),
        ["caption"] = Set("table"),
        ["thead"] = Set("table"),
        ["tbody"] = Set("table"),
        ["tfoot"] = Set("table"),
        ["tr"] = Set("thead", "tbody", "tfoot"),
        ["th"] = Set("tr"),
        ["td"] = Set("tr"),
        ["summary"] = Set("details"),
        ["figcaption"] = Set("figure"),
        ["dt"] = Set("dl"),
        ["dd"] = Set("dl"),
    }.ToFrozenDictionary();

    public static FrozenSet<string> Void { get; } = Set("br", "hr", "img");

    /// <summary>Elements that hold nothing but their parts: text between them is layout of the source.</summary>
    public static FrozenSet<string> Structural { get; } = Set("ul", "ol", "table", "thead", "tbody", "tfoot", "tr", "dl");

    private static readonly FrozenSet<string> Flow = Set("div", "blockquote", "li", "td", "th", "details", "figure", "section", "dd");

    public static bool Has(string tag) => Phrasing.Contains(tag) || Block.Contains(tag) || Parts.ContainsKey(tag);

    /// <summary>Whether a child may stand in a parent; the parent is empty for the top of a document, and the child is empty for
    /// text.</summary>
    public static bool Allows(string parent, string child)
    {
        if (Parts.TryGetValue(child, out var homes))
        {
            return homes.Contains(parent);
        }

        return !Structural.Contains(parent)
            && !Void.Contains(parent)
            && (parent.Length == 0 || Flow.Contains(parent) || child.Length == 0 || Phrasing.Contains(child));
    }

    /// <summary>Whether the attribute with this value may reach partners; nothing else does.</summary>
    public static bool Allows(string tag, string attribute, string value) => (tag, attribute) switch
    {
        (_, "id") => value.StartsWith(AnchorPrefix, StringComparison.Ordinal),
        (_, "class") => ClassNames.Allows(value),
        ("a", "href") or ("img", "src") => value.Length > 0,
        ("img", "alt") => true,
        ("img", "width" or "height") or ("td" or "th", "colspan" or "rowspan") or ("ol", "start") => IsNumber(value),
        ("th", "scope") => value is "col" or "row",
        ("details", "open") => value.Length == 0,
        ("time", "datetime") =>
            value.Length is > 0 and <= 35
                && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or ':' or '.' or '+'),
        ("div", "role") => value is "note",
        ("span", "role") => value is "img",
        ("span", "aria-label") => value is "done" or "open",
        ("abbr", "title") => true,
        _ => false,
    };

    private static bool IsNumber(string value) => value.Length is > 0 and <= 4 && value.All(char.IsAsciiDigit);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
