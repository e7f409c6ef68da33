using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// A Markdown from a stranger, against an empty page: no tag, attribute, typed link, directive or macro brings something in that runs, and
/// whatever it is, the page can be read.
/// </summary>
public sealed partial class HostileMarkdownTests
{
    private static readonly string[] Tags = ["a", "img", "p", "span", "div", "table", "td", "details", "figure", "time", "b", "pre", "li"];

    private static readonly string[] Names =
    [
        "href", "src", "onclick", "onLoad", "data-attr-href", "data-attr-onclick", "data-attr-ri:value", "data-blocked", "style",
        "data-attr-style", "background", "xlink:href", "ac:onclick", "data-attr-ac:href", "data-element", "data-macro", "data-emoji",
        "formaction", "data-border", "data-size",
    ];

    private static readonly string[] Values =
    [
        "javascript:x()", "JaVaScRiPt:x()", "java\tscript:x()", " javascript:x()", "&#106;avascript:x()",
        "base64:amF2YXNjcmlwdDp4KCk=", "vbscript:x", "data:text/html,x", "url(javascript:x())", "x()", "script", "iframe",
        "a&quot; onclick=&quot;x()", "ac:structured-macro",
    ];

    private static readonly string[] Forms =
    [
        "[x](confluence:page/T?link:href={0})", "[x](confluence:page/T?href={0}&ac:onclick=x)", "[x](mention:u?ac:href={0})",
        "<!-- confluence:anchor :onclick=\"{0}\" -->", "<!-- confluence:x ::xml=\"&lt;a href='{0}'&gt;y&lt;/a&gt;\" -->",
        "<!-- confluence:x p:xml=\"&lt;script&gt;{0}&lt;/script&gt;\" -->", "<!-- storage:xml source=\"&lt;a href='{0}'/&gt;\" -->",
        "<!-- storage:layout-cell onclick=\"{0}\" -->\n\nx\n\n<!-- /storage:layout-cell -->", "::: panel {{onclick=\"{0}\"}}\nx\n:::",
        "```js onclick=\"{0}\" :onclick=\"{0}\"\nx\n```", "<{0}>", "![x]({0})", "[x]: {0}\n\n[x]", "> [!NOTE]\n> <a href=\"{0}\">x</a>",
    ];

    [Fact]
    public void No_tag_brings_in_what_runs()
    {
        foreach (var (tag, name, value) in from tag in Tags from name in Names from value in Values select (tag, name, value))
        {
            Check($"<{tag} {name}=\"{value}\">words</{tag}>");
            Check($"text <{tag} {name}='{value}' {Names[(name.Length * 7 + value.Length) % Names.Length]}='{value}'>words</{tag}> more");
        }
    }

    [Fact]
    public void Nor_does_anything_else()
    {
        foreach (var (form, value) in from form in Forms from value in Values select (form, value))
        {
            Check(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, value));
        }
    }

    private static void Check(string markdown)
    {
        var storage = new MarkdownToStorageFormat().Convert(markdown, "<p>page</p>", new ConversionOptions()).Storage;
        if (storage is not null)
        {
            CanonicalStorage.IsWellFormed(storage).ShouldBeTrue($"{markdown}\n{storage}");
            CanonicalStorage.Parse(storage).DescendantsAndSelf().Where(Runs).Select(element => element.ToString())
                .ShouldBeEmpty(markdown);
        }
    }

    private static bool Runs(XElement element) =>
        (element.Name.NamespaceName.Length == 0 && element.Name.LocalName is "script" or "iframe" or "object")
        || element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Any(attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.LocalName is "href" or "src" or "value" or "background" or "action" or "formaction"
                && Scheme().IsMatch(attribute.Value))
            || (attribute.Name.LocalName == "style" && attribute.Value.Contains("url(", StringComparison.OrdinalIgnoreCase)));

    [GeneratedRegex(@"^\s*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
