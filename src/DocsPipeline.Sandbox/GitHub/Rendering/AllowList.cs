using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>
/// The elements, attributes and schemes that GitHub lets through. Other tags go and what they hold stays, except for what was never meant
/// to be read. No <c>picture</c> and no <c>source</c>: GitHub fetches those through a proxy, and nothing here leaves the machine.
/// </summary>
internal static class AllowList
{
    private const string NeverRead = "script, style, template, noscript, iframe, object, embed, noembed, noframes, title, textarea, xmp, "
        + "plaintext, svg, math";

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = Set(
            """
            a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr
            i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th
            thead time tr tt ul var wbr
            """),
        AllowedAttributes = Set(
            """
            abbr align alt aria-describedby aria-hidden aria-label aria-labelledby border cite clear colspan datetime dir
            headers height href hreflang id lang name noshade nowrap open reversed rowspan rules scope span src start summary
            tabindex title type valign value width
            """),
        AllowedSchemes = Set("http https mailto xmpp irc ircs"),
        UriAttributes = Set("cite href src"),
    })
    {
        KeepChildNodes = true,
    };

    public static void Apply(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(NeverRead))
        {
            element.Remove();
        }

        Sanitizer.SanitizeDom((IHtmlDocument)body.Owner!, (IHtmlElement)body);
    }

    private static HashSet<string> Set(string words) => [.. words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
