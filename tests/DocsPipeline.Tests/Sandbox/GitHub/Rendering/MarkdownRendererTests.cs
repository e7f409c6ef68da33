using DocsPipeline.Sandbox.GitHub.Rendering;

namespace DocsPipeline.Tests.Sandbox.GitHub.Rendering;

public sealed class MarkdownRendererTests
{
    private static readonly BlobAddress Here = new("/github/halden/partner-docs", "feature/x", "content/faq/one two.md");

    [Theory]
    [InlineData("| a | b |\n|--:|:-:|\n| 1 | 2 |", "<th align=\"right\">a</th>\n<th align=\"center\">b</th>")]
    [InlineData("| a | b |\n|--:|:-:|\n| 1 | 2 |", "<td align=\"right\">1</td>\n<td align=\"center\">2</td>")]
    [InlineData("| a |\n|---|\n| `x\\|y` |", "<code>x|y</code>")]
    [InlineData("- [ ] open\n- [x] done", "<li class=\"task\"><input type=\"checkbox\" disabled=\"\"> open</li>")]
    [InlineData("- [ ] open\n- [x] done", "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> done</li>")]
    [InlineData("- [ ] loose\n\n- [X] list", "<p><input type=\"checkbox\" disabled=\"\"> loose</p>")]
    [InlineData("> [!WARNING]\n> Take care.", "<div class=\"notice yellow\"><strong>Warning</strong>\n<p>Take care.</p>")]
    [InlineData("> [!note]\n> **Bold.**", "<div class=\"notice blue\"><strong>Note</strong>\n<p><strong>Bold.</strong></p>")]
    [InlineData("> [!TIP]\n>\n> - one", "<div class=\"notice green\"><strong>Tip</strong>\n\n<ul>")]
    [InlineData("~~gone~~", "<del>gone</del>")]
    [InlineData(
        "www.example.org and https://example.org/a?b=1&c=2.",
        "<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"nofollow\">https://example.org/a?b=1&amp;c=2</a>.")]
    [InlineData("one[^1]\n\n[^1]: the note", "href=\"#user-content-fn:1\"")]
    [InlineData("one[^1]\n\n[^1]: the note", "id=\"user-content-fn:1\"")]
    [InlineData("# What it is, and _why_!", "<h1 id=\"user-content-what-it-is-and-why\">")]
    [InlineData("## Same\n\n## Same", "<h2 id=\"user-content-same-1\">")]
    [InlineData("[up](#same)", "<a href=\"#user-content-same\">up</a>")]
    [InlineData("[b](../b.md#part)", "<a href=\"/github/halden/partner-docs/blob/feature%2Fx/content/b.md#user-content-part\">b</a>")]
    [InlineData("[b](/README.md)", "<a href=\"/github/halden/partner-docs/blob/feature%2Fx/README.md\">b</a>")]
    [InlineData("[b](../../../../../etc/passwd)", "<a href=\"/github/halden/partner-docs/blob/feature%2Fx/etc/passwd\">b</a>")]
    [InlineData("![a plan](plan.png)", "<img src=\"/github/halden/partner-docs/raw/feature%2Fx/content/faq/plan.png\" alt=\"a plan\">")]
    [InlineData("one\ntwo", "<p>one\ntwo</p>")]
    [InlineData(
        "<details open><summary>More</summary>\n\n**text**\n\n</details>",
        "<details open=\"\"><summary>More</summary>\n<p><strong>text</strong></p>\n</details>")]
    [InlineData("press <kbd>F5</kbd>", "<kbd>F5</kbd>")]
    public void A_file_reads_as_on_GitHub(string markdown, string html) =>
        MarkdownRenderer.File(markdown, Here, isAlone: true).Text.ShouldContain(html);

    [Theory]
    [InlineData("one\ntwo", "one<br>\ntwo")]
    [InlineData("# Heading", "<h1>Heading</h1>")]
    [InlineData("[b](b.md)", "<a href=\"b.md\">b</a>")]
    [InlineData("> [!NOTE]\n> text", "<div class=\"notice blue\"><strong>Note</strong>\n<p>\ntext</p>")]
    public void A_comment_reads_as_on_GitHub(string markdown, string html) => MarkdownRenderer.Comment(markdown).Text.ShouldContain(html);

    [Theory]
    [InlineData("<script>alert(1)</script>after", "alert")]
    [InlineData("<style>body{display:none}</style>after", "display")]
    [InlineData("<img src=x onerror=alert(1)>", "onerror")]
    [InlineData("<a href=\"x\" onclick=\"y()\">z</a>", "onclick")]
    [InlineData("<svg onload=alert(1)><script>1</script></svg>", "svg")]
    [InlineData("[x](javascript:alert(1))", "href")]
    [InlineData("[x](JaVaScRiPt&#58;alert(1))", "href")]
    [InlineData("[x](vbscript:a)", "href")]
    [InlineData("[x](data:text/html,<script>1</script>)", "href")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>", "href")]
    [InlineData("![x](https://tracker.example/p.png)", "<img")]
    [InlineData("![x](//tracker.example/p.png)", "<img")]
    [InlineData("<img src=\"\\\\tracker.example\\p.png\">", "<img")]
    [InlineData("<picture><source srcset=\"https://tracker.example/p.png\"></picture>", "srcset")]
    [InlineData("<form action=\"/github/login\"><button name=\"login\" value=\"mara-lind\">Press</button></form>", "<button")]
    [InlineData("<form action=\"/github/login\"><button>Press</button></form>", "<form")]
    [InlineData("<input type=\"hidden\" name=\"csrf\" value=\"1\">", "<input")]
    [InlineData("<iframe src=\"/\">in</iframe>", "iframe")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">", "<meta")]
    [InlineData("<base href=\"https://evil.example/\">", "<base")]
    [InlineData("<div style=\"position:fixed\">x</div>", "style")]
    [InlineData("<div class=\"notice red\">x</div>", "class")]
    [InlineData("<h1 id=\"merge\">x</h1>", "id=\"merge\"")]
    [InlineData("a <!-- hidden --> b", "hidden")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "onerror=")]
    [InlineData("</div></section></main><h1>outside</h1>", "</main>")]
    public void What_GitHub_does_not_let_through_is_not_there(string markdown, string never)
    {
        MarkdownRenderer.File(markdown, Here, isAlone: false).Text.ShouldNotContain(never);
        MarkdownRenderer.Comment(markdown).Text.ShouldNotContain(never);
    }

    [Theory]
    [InlineData(">", 10_000)]
    [InlineData("<div>", 20_000)]
    [InlineData("<b>", 2_000)]
    [InlineData("- ", 5_000)]
    [InlineData("[a](", 5_000)]
    [InlineData("a", 300_000)]
    public void A_bomb_is_shown_as_the_text_that_it_is(string piece, int times)
    {
        var bomb = string.Concat(Enumerable.Repeat(piece, times)) + "<script>x</script>";
        MarkdownRenderer.File(bomb, Here, isAlone: true).Text.ShouldNotContain("<script");
    }

    [Fact]
    public void What_is_nested_too_deeply_is_not_rendered() =>
        MarkdownRenderer.File(string.Concat(Enumerable.Repeat("<div>", 300)), Here, isAlone: true).Text.ShouldStartWith("<pre");
}
