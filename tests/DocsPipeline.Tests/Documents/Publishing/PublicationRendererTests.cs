using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Tests.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Publishing;

public sealed class PublicationRendererTests
{
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData(
        "a *b* **c** ~~d~~ `e` <u>f</u> <sub>g</sub>",
        "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code> <u>f</u> <sub>g</sub></p>\n")]
    [InlineData(
        "# One\n\n# One\n\n[up](#one-1)",
        "<h1 id=\"section-one\">One</h1>\n<h1 id=\"section-one-1\">One</h1>\n<p><a href=\"#section-one-1\">up</a></p>\n")]
    [InlineData("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("3. a\n4. b", "<ol start=\"3\"><li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("| a | b |\n|--:|---|\n| 1 | 2 |", "<table><thead><tr><th class=\"align-right\" scope=\"col\">a</th>\n"
        + "<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody><tr><td class=\"align-right\">1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
        + "")]
    [InlineData("```EDI\nISA*00~\n```", "<pre><code class=\"language-edi\">ISA*00~</code></pre>\n")]
    [InlineData(
        "> [!WARNING]\n> Soon.",
        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\"><strong>Warning</strong></p>\n<p>Soon.</p>\n</div>\n")]
    [InlineData("::: note {title=\"Mind &amp; act\"}\nSoon.\n"
        + ":::", "<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\"><strong>Mind &amp; act</strong></p>\n"
        + "<p>Soon.</p>\n</div>\n")]
    [InlineData(
        "<span data-status=\"Green\">LIVE</span> since <time datetime=\"2027-01-04\">2027-01-04</time>",
        "<p><span class=\"status status-green\">LIVE</span> since <time datetime=\"2027-01-04\">2027-01-04</time></p>\n")]
    [InlineData(
        "<details><summary>More</summary>\n\n*text*\n\n</details>", "<details><summary>More</summary>\n<p><em>text</em></p>\n</details>\n")]
    [InlineData(
        "<table><tr><td colspan=\"2\">a<ul><li>b</li></ul></td></tr></table>",
        "<table><tbody><tr><td colspan=\"2\">a<ul><li>b</li>\n</ul>\n</td>\n</tr>\n</tbody>\n</table>\n")]
    [InlineData("- [x] done\n- [ ] open", "<ul><li><span aria-label=\"done\" class=\"task\" role=\"img\">☑</span> done</li>\n"
        + "<li><span aria-label=\"open\" class=\"task\" role=\"img\">☐</span> open</li>\n</ul>\n")]
    [InlineData(
        "[Ann](mention:557058:a) <https://halden.example/?a=1&b=2>",
        "<p>Ann <a href=\"https://halden.example/?a=1&amp;b=2\">https://halden.example/?a=1&amp;b=2</a></p>\n")]
    [InlineData(
        "<a id=\"here\"></a>Text, [back](#here)", "<p><span id=\"section-here\"></span>Text, <a href=\"#section-here\">back</a></p>\n")]
    public void Markdown_becomes_plain_accessible_html(string body, string html) => World.Html(body).ShouldBe(html);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVa%53cript:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/etc/passwd)")]
    [InlineData("[x](../../../x.md)")]
    [InlineData("[x](https://user:pw@halden.example/)")]
    [InlineData("[x](confluence:page/Secret)")]
    [InlineData("[x](#nowhere)")]
    [InlineData("[x](missing.md)")]
    [InlineData("[x](missing.pdf)")]
    [InlineData("![x](https://evil.example/pixel.png)")]
    [InlineData("![x](missing.png)")]
    public void An_address_that_leads_nowhere_good_leaves_only_its_text(string body) => World.Html(body).ShouldBe("<p>x</p>\n");

    [Fact]
    public void A_link_follows_to_documents_that_the_same_readers_may_read()
    {
        ContentFile[] others =
        [
            World.Document("content/guides/open.md", "guide", "# Hello\n\n::: internal\n# Secret\n:::"),
            World.Document("content/guides/closed.md", "guide", "x", fields: "classification: internal"),
            World.Document("content/guides/acme-only.md", "guide", "x", audience: "partners: [acme]"),
            World.Document("content/logs/log.md", "log", "x"),
        ];

        World.Html("[a](open.md) [b](open.md#hello) [c](open.md#secret) [d](closed.md) [e](acme-only.md) [f](../logs/log.md)", others)
            .ShouldBe(
            "<p><a href=\"document:open\">a</a> <a href=\"document:open#section-hello\">b</a> <a href=\"document:open\">c</a> d e f</p>\n");
        World.Render("guide", "::: partner {partners=\"acme\"}\n[e](acme-only.md)\n:::", "acme", others: others)!.Html.ShouldBe(
            "<p><a href=\"document:acme-only\">e</a></p>\n");
    }

    [Fact]
    public void An_image_travels_by_the_hash_of_its_clean_bytes()
    {
        byte[] dirty = [.. Png[..^12], .. Chunk("tEXt", "Author\0Jane Doe"), .. Png[^12..], .. "trailing secret"u8];
        var publication = World.Render("guide", "![flow](flow.png){width=400}", others: new ContentFile("content/guides/flow.png", dirty))!;

        var attachment = publication.Attachments.ShouldHaveSingleItem();
        attachment.Bytes.ToArray().ShouldBe(Png);
        attachment.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Png)));
        publication.Html.ShouldBe($"<p><img alt=\"flow\" src=\"attachment:{attachment.Sha256}\" width=\"400\"></p>\n");
    }

    [Theory]
    [InlineData("content/guides/x.svg", "<svg/>")]
    [InlineData("content/guides/x.png", "<script>")]
    [InlineData("content/guides/x.exe", "MZ")]
    public void A_file_that_is_not_what_it_says_does_not_travel(string path, string text)
    {
        var publication = World.Render("guide", $"[x]({Path.GetFileName(path)})", others: World.File(path, text))!;

        publication.Attachments.ShouldBeEmpty();
        publication.Html.ShouldBe("<p>x</p>\n");
    }

    [Fact]
    public void The_hash_is_of_the_html_that_is_sent()
    {
        var publication = World.Render("guide", "text")!;

        publication.ContentSha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(publication.Html))));
        publication.ExternalId.ShouldBe("subject");
    }

    [Fact]
    public void Partners_outside_the_audience_get_no_addendum()
    {
        var (set, renderer) = World.Load(World.Document(
            "content/guides/subject.md", "guide", "::: partner {partners=\"borealis\"}\nx\n:::", audience: "partners: [acme]"));

        renderer.ReadersOf(set.ById["subject"], World.Community).ShouldBe([Reader.Audience]);
        renderer.Render(set.ById["subject"], World.Community, Reader.Partner("borealis")).ShouldBeNull();
        renderer.Render(set.ById["subject"], "another-community", Reader.Audience).ShouldBeNull();
    }

    private static byte[] Chunk(string name, string text) =>
        [0, 0, 0, (byte)text.Length, .. Encoding.ASCII.GetBytes(name), .. Encoding.ASCII.GetBytes(text), 0, 0, 0, 0];
}
