using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// A Markdown from a stranger, against an empty page: no tag, attribute, typed link, directive or macro brings something in that runs, and
/// whatever it is, the page can be read.
/// </summary>
public sealed partial class HostileMarkdownTests
{
    private static readonly string[] Tags =
        ["a", "A", "img", "p", "span", "div", "TABLE", "td", "details", "figure", "time", "b", "pre", "li", "q"];

    private static readonly string[] Names =
    [
        "href", "src", "onclick", "onLoad", "data-attr-href", "data-attr-onclick", "data-attr-ri:value", "data-blocked", "style",
        "data-attr-style", "background", "xlink:href", "ac:onclick", "data-attr-ac:href", "data-element", "data-macro", "data-emoji",
        "formaction", "data-border", "data-size", "HREF", "Style", "cite", "data-attr-HREF", "data-attr-Values", "data-attr-by",
        "data-attr-srcdoc", "data-attr-ri:Value",
    ];

    private static readonly string[] Values =
    [
        "javascript:x()", "JaVaScRiPt:x()", "java\tscript:x()", " javascript:x()", "&#106;avascript:x()",
        "base64:amF2YXNjcmlwdDp4KCk=", "vbscript:x", "data:text/html,x", "url(javascript:x())", "x()", "script", "iframe",
        "a&quot; onclick=&quot;x()", "ac:structured-macro", "style", "STYLE", "#;javascript:x()", "https://a;javascript:x()",
        "image-set('x' 1x)",
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

    [Theory]
    [InlineData("<!-- storage:xml source=\"<style>p{background:url(x)}</style>\" -->", "<style>")]
    [InlineData("<!-- storage:xml source=\"<h:script xmlns:h='http://www.w3.org/1999/xhtml'>1</h:script>\" -->", "<h:script>")]
    [InlineData("<span data-element=\"animate\" data-attr-values=\"https://x;javascript:a\"></span>", "values")]
    public void What_could_run_is_told_where_it_stands(string markdown, string sign) =>
        Outcome.Of($"Never write onclick, values or script.\n\n{markdown}\n").Findings
            .ShouldContain(finding => finding.Message.Contains(sign) && finding.Line == 3, sign);

    [Fact]
    public void Each_of_many_is_told_at_its_own_place() =>
        Outcome.Of("No onclick here.\n\n<p onclick=\"a()\">x</p>\n\n<p onclick=\"b()\">y</p>").Findings
            .Select(finding => (finding.Line, finding.Column)).ShouldBe([(3, 4), (5, 4)]);

    [Fact]
    public void A_script_of_the_page_is_no_licence_for_another()
    {
        const string Page = "<p><script>good()</script> hi</p><p><iframe src=\"https://a.example\" /> q</p><p>z</p>";
        const string Script = "<span data-element=\"script\">good()</span>";
        var markdown = new StorageFormatToMarkdown().Convert(Page).Markdown.ShouldNotBeNull();
        markdown.ShouldContain(Script);
        Back(markdown.Replace("z", "zz")).ShouldBe(Page.Replace("<p>z", "<p>zz"));
        Back(markdown.Replace("good", "evil")).ShouldBe(Page.Replace("<script>good()</script>", "evil()"));
        Back(markdown.Replace("z", Script.Replace("good", "evil"))).ShouldBe(Page.Replace("<p>z", "<p>evil()"));
        Back(markdown.Replace("z", "<span data-element=\"iframe\" data-attr-src=\"https://b.example\">z</span>")).ShouldBe(Page);

        string? Back(string edited) => new MarkdownToStorageFormat().Convert(edited, Page).Storage;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<p>page</p>")]
    public void A_page_too_large_or_too_deep_to_be_checked_is_none(string? page)
    {
        var large = string.Concat(Enumerable.Repeat("word word. ", 96_000)) + "\n\n<p onclick=\"a()\">x</p>";
        var deep = string.Concat(Enumerable.Repeat("> ", 125)) + "*a **b ~~c <sub onclick=\"a()\">d</sub>~~***";
        Refused(large).ShouldBe(FindingKind.PageIsTooLarge);
        Refused(deep).ShouldBe(FindingKind.NestingIsTooDeep);

        FindingKind Refused(string markdown)
        {
            var result = new MarkdownToStorageFormat().Convert(markdown, page);
            result.Storage.ShouldBeNull();
            return result.Findings.ShouldHaveSingleItem().Kind;
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

    /// <summary>Whoever shows the page may not care about case, and a prefix may stand for HTML.</summary>
    private static bool Runs(XElement element) =>
        (element.Name.NamespaceName is not ("ac" or "ri") && element.Name.LocalName.ToLowerInvariant() is "script" or "style"
            or "iframe" or "object")
        || element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Any(attribute => Runs(attribute.Name.LocalName.ToLowerInvariant(), attribute.Value));

    private static bool Runs(string name, string value) =>
        name.StartsWith("on", StringComparison.Ordinal) || name == "srcdoc"
        || (name is "href" or "src" or "value" or "background" or "action" or "formaction" or "cite" && Scheme().IsMatch(value))
        || (name is "to" or "from" or "by" or "values" && value.Split(';').Any(Scheme().IsMatch))
        || (name == "style" && Fetches().IsMatch(value));

    [GeneratedRegex(@"^\s*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"url\(|image(-set)?\(", RegexOptions.IgnoreCase)]
    private static partial Regex Fetches();
}
