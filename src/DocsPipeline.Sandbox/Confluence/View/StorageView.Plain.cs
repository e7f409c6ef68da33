using System.Xml.Linq;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.View;

/// <content>The HTML half of storage format.</content>
internal sealed partial class StorageView
{
    private static readonly HashSet<string> Kept =
    [
        "p", "strong", "em", "b", "i", "u", "s", "del", "ins", "sub", "sup", "small", "code", "pre", "blockquote", "ul", "ol", "li", "dl",
        "dt", "dd", "hr", "br",
        "thead", "tbody", "tfoot", "tr", "th", "td", "span", "div", "cite", "abbr", "q", "mark",
    ];

    private Html Plain(XElement element)
    {
        var name = element.Name.LocalName;
        return name switch
        {
            // The page's title is the first heading; those of the body come below it.
            ['h', >= '1' and <= '5' and var level] => Wrap($"h{(char)(level + 1)}", Html.Empty, element),
            "h6" => Wrap("h6", Html.Empty, element),
            "a" => Html.Of($"<a{Href((string?)element.Attribute("href"))}>{Content(element)}</a>"),
            "time" =>
                Html.Of($"""<time datetime="{(string?)element.Attribute("datetime")}">{(string?)element.Attribute("datetime")}</time>"""),
            "table" =>
                Html.Of($"""<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>{Content(element)}</table></div>"""),
            "br" or "hr" => Html.Raw($"<{name}>"),
            "th" or "td" => Wrap(name, Html.Of($"{Number(element, "colspan")}{Number(element, "rowspan")}"), element),
            "ol" => Wrap(name, Number(element, "start"), element),
            "colgroup" or "col" => Html.Empty,
            _ when Kept.Contains(name) => Wrap(name, Html.Empty, element),
            _ => Content(element),
        };
    }

    private Html Wrap(string name, Html attributes, XElement element) =>
        Html.Of($"<{Html.Raw(name)}{attributes}>{Content(element)}</{Html.Raw(name)}>");

    private static Html Number(XElement element, string name) =>
        int.TryParse((string?)element.Attribute(name), out var number) && number is > 0 and < 1000
            ? Html.Of($""" {Html.Raw(name)}="{number}" """)
            : Html.Empty;

    private static Html Href(string? href) =>
        href is not null
            && (
                href.StartsWith('#')
                    || (Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto")))
            ? Html.Of($""" href="{href}" rel="noreferrer" """)
            : Html.Empty;
}
