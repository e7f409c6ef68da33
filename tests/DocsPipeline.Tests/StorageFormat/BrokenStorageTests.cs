using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

public sealed class BrokenStorageTests
{
    [Theory]
    [InlineData("<p>one\n<b>two</p></b>", FindingKind.StorageIsNotWellFormed, 2, 7)]
    [InlineData("<p>never closed", FindingKind.StorageIsNotWellFormed, 1, 1)]
    [InlineData("</p>", FindingKind.StorageIsNotWellFormed, 1, 1)]
    [InlineData("<p a=\"1\" a=\"2\"/>", FindingKind.StorageIsNotWellFormed, 1, 10)]
    [InlineData("<p>a\u0001</p>", FindingKind.StorageIsNotWellFormed, 1, 5)]
    [InlineData("<p>]]></p>", FindingKind.StorageIsNotWellFormed, 1, 4)]
    [InlineData("<p>a & b</p>", FindingKind.StorageIsNotWellFormed, 1, 6)]
    [InlineData("<p ac::x=\"1\"/>", FindingKind.StorageIsNotWellFormed, 1, 4)]
    [InlineData("<ac:-x/>", FindingKind.StorageIsNotWellFormed, 1, 1)]
    [InlineData("<o:p>from Word</o:p>", FindingKind.StorageIsNotWellFormed, 1, 1)]
    [InlineData("<!DOCTYPE p [<!ENTITY a \"b\">]><p>&a;</p>", FindingKind.DeclarationIsRefused, 1, 1)]
    [InlineData("<?xml version=\"1.0\"?><p/>", FindingKind.DeclarationIsRefused, 1, 1)]
    [InlineData("<p>&undefined;</p>", FindingKind.EntityIsUnknown, 1, 4)]
    public void Is_refused_with_one_finding_and_its_place(string storage, FindingKind kind, int line, int column)
    {
        var result = new StorageFormatToMarkdown().Convert(storage, new ConversionOptions());
        result.Markdown.ShouldBeNull();
        var finding = result.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Line, finding.Column).ShouldBe((kind, line, column));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [InlineData(100_000, false)]
    public void Depth_has_a_limit(int depth, bool accepted)
    {
        var storage = string.Concat(Enumerable.Repeat("<i>", depth)) + "x" + string.Concat(Enumerable.Repeat("</i>", depth));
        (new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown is not null).ShouldBe(accepted);
    }

    /// <summary>An answer that is found anew on each level costs twice as much with each: such a page would never end.</summary>
    [Theory]
    [InlineData("<span>", "</span>")]
    [InlineData("<x>", "</x>")]
    [InlineData("<a href=\"https://example.com\">", "</a>")]
    [InlineData("<ac:inline-comment-marker ac:ref=\"r\">", "</ac:inline-comment-marker>")]
    [InlineData("<ul><li>", "</li></ul>")]
    [InlineData("<blockquote><p>", "</p></blockquote>")]
    [InlineData("<table><tbody><tr><td>", "</td></tr></tbody></table>")]
    [InlineData("<ac:link><ri:page ri:content-title=\"t\" /><ac:link-body>", "</ac:link-body></ac:link>")]
    [InlineData("<ac:structured-macro ac:name=\"info\"><ac:rich-text-body>", "</ac:rich-text-body></ac:structured-macro>")]
    [InlineData("<ac:layout><ac:layout-section><ac:layout-cell>", "</ac:layout-cell></ac:layout-section></ac:layout>")]
    public void Depth_does_not_multiply(string open, string close)
    {
        var levels = 120 / open.Count(character => character == '<');
        var storage = string.Concat(Enumerable.Repeat(open, levels)) + "x" + string.Concat(Enumerable.Repeat(close, levels));
        var markdown = new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown.ShouldNotBeNull();
        new MarkdownToStorageFormat().Convert(markdown, storage, new ConversionOptions()).Storage.ShouldBe(storage);
        _ = new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions());
        _ = new MarkdownToStorageFormat().Convert(markdown.Replace("x", "y"), storage, new ConversionOptions());
    }

    [Fact]
    public void A_page_of_more_than_a_mebibyte_is_refused() =>
        new StorageFormatToMarkdown().Convert($"<p>{new string('x', 1024 * 1024)}</p>", new ConversionOptions())
            .Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.PageIsTooLarge);

    [Theory]
    [InlineData("<p onclick=\"x()\">text</p>", "onclick=\"", " onclick=")]
    [InlineData("<p><script>alert(1)</script></p>", "alert(1)", "<script")]
    [InlineData("<p><a href=\"java&#10;script:alert(1)\">text</a></p>", "text", "script:")]
    [InlineData("<ac:image><ri:url ri:value=\"file:///etc/passwd\" /></ac:image>", "<img", "file:")]
    [InlineData("<!--><script>alert(1)</script>--><p>text</p>", "text", "<script")]
    [InlineData("<p style=\"background: url(javascript:x)\">text</p>", "text", "url(")]
    [InlineData("<iframe src=\"https://evil.example\">text</iframe>", "text", "<iframe")]
    public void Nothing_active_reaches_the_Markdown_and_everything_comes_back(string storage, string shown, string absent)
    {
        var page = $"{storage}<p>end</p>";
        var markdown = new StorageFormatToMarkdown().Convert(page, new ConversionOptions()).Markdown.ShouldNotBeNull();
        markdown.ShouldContain(shown);
        markdown.ShouldNotContain(absent);
        new MarkdownToStorageFormat().Convert(markdown.Replace("end", "stop"), page, new ConversionOptions()).Storage
            .ShouldBe(page.Replace("end", "stop"));
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">text</p>", "onclick")]
    [InlineData("<p><script>alert(1)</script></p>", "<script")]
    [InlineData("<p><a href=\"java&#10;script:alert(1)\">text</a></p>", "script:")]
    [InlineData("<p style=\"background: url(javascript:x)\">text</p>", "url(")]
    [InlineData("<iframe src=\"https://evil.example\">text</iframe>", "<iframe")]
    public void What_another_page_had_reaches_no_page_and_a_person_is_told(string storage, string absent)
    {
        var markdown = new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown.ShouldNotBeNull();
        var result = new MarkdownToStorageFormat().Convert(markdown, "<p>another page</p>", new ConversionOptions());
        result.Storage.ShouldNotBeNull().ShouldNotContain(absent);
        result.Findings.ShouldContain(finding => finding.Kind == FindingKind.LinkIsDisarmed);
        new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions()).Findings
            .ShouldContain(finding => finding.Kind == FindingKind.LinkIsDisarmed);
    }

    [Fact]
    public void Brackets_without_end_are_refused_before_they_cost_anything() =>
        new MarkdownToStorageFormat().Convert(string.Concat(Enumerable.Repeat("[a](", 100_000)), null, new ConversionOptions())
            .Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.NestingIsTooDeep);

    [Fact]
    public void Lists_without_end_are_refused() =>
        new MarkdownToStorageFormat().Convert(string.Concat(Enumerable.Repeat("> ", 10_000)) + "x", null, new ConversionOptions())
            .Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.NestingIsTooDeep);
}
