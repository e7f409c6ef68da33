using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Tags that a person leaves out, opens too deep, or puts where they cannot stand.</summary>
public sealed class OmittedTagTests
{
    [Theory]
    [InlineData("<table><thead><tr><th>a<tbody><tr><td>b</table>",
        "<table><thead><tr><th><p>a</p></th></tr></thead><tbody><tr><td><p>b</p></td></tr></tbody></table>")]
    [InlineData("<table><caption>T<tr><td>a</table>", "<p>T</p><table><tbody><tr><td><p>a</p></td></tr></tbody></table>")]
    [InlineData("<table><colgroup><col><tr><td>a</table>",
        "<table><colgroup><col /></colgroup><tbody><tr><td><p>a</p></td></tr></tbody></table>")]
    [InlineData("<p>a<hr>b", "<p>a</p><hr /><p>b</p>")]
    [InlineData("<p>a<ul><li>b</ul>c", "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>")]
    [InlineData("<h2>a<h3>b</h3>", "<h2>a</h2><h3>b</h3>")]
    [InlineData("<a href=\"https://x.example\">a<a href=\"https://y.example\">b</a>",
        "<p><a href=\"https://x.example\">a</a><a href=\"https://y.example\">b</a></p>")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>")]
    [InlineData("</p>x", "<p>x</p>")]
    [InlineData("<p>a</p></p>b", "<p>a</p><p>b</p>")]
    public void An_end_that_HTML_lets_one_omit_is_understood(string markdown, string storage)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Storage.ShouldBe(storage);
        outcome.Again.ShouldBe(outcome.Markdown);
    }

    [Theory]
    [InlineData("<td>x</td>", "1:1", "<td> stands in no table")]
    [InlineData("<li>x</li>", "1:1", "<li> stands in no list")]
    [InlineData("y <td>x</td>", "1:3", "<td> stands in no table")]
    [InlineData("<ul>x<li>a</li></ul>", "1:5", "`x` stands right in <ul>")]
    [InlineData("<table>x<tr><td>a</td></tr></table>", "1:8", "`x` stands right in <table>")]
    [InlineData("text <b>x\n\nnext</b> y", "1:6", "<b> ends where the text around it does")]
    [InlineData("*text <b>x* next</b> y", "1:7", "<b> ends where the text around it does")]
    public void What_stands_where_it_cannot_is_told(string markdown, string place, string message)
    {
        var outcome = Outcome.Of(markdown);
        var finding = outcome.Findings.ShouldHaveSingleItem();
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.PartIsDropped, place));
        finding.Message.ShouldStartWith(message);
        outcome.Storage.ShouldContain("x");
    }

    [Fact]
    public void A_tag_that_is_dropped_since_it_stands_too_deep_is_told_once()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 130));
        var markdown = $"{deep}x <a href=\"https://y.example\">z</a>{deep.Replace("<", "</")} after";
        var written = new MarkdownToStorageFormat().Convert(markdown, null);

        written.Findings.ShouldHaveSingleItem().Message.ShouldStartWith("<b> stands deeper than a page may nest");
        written.Storage.ShouldNotBeNull().ShouldEndWith("</b> after</p>");
        written.Storage.ShouldContain("x z");
    }

    [Fact]
    public void A_mark_of_the_byte_order_is_no_text()
    {
        new MarkdownToStorageFormat().Convert("\uFEFF# T\n", null).Storage.ShouldBe("<h1>T</h1>");
        new MarkdownToStorageFormat().Convert("\uFEFF# T\n", "<h1 local-id=\"7\">T</h1>").Storage.ShouldBe("<h1 local-id=\"7\">T</h1>");
    }

    [Fact]
    public void Paragraphs_in_a_summary_stay_apart() =>
        Outcome.Of("<details><summary>A<p>b</details>").Storage.ShouldContain(">A b</ac:parameter>");
}
