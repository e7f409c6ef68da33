using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What stands right beside an address, at the edge of emphasis or where a block begins: both ways, and again.</summary>
public sealed class LineEdgeTests
{
    private static readonly ConversionOptions Options = new();

    [Theory]
    [InlineData("<p><a href=\"https://x.example/b\">https://x.example/b</a><br />c</p>", "https://x.example/b<br>c\n")]
    [InlineData("<p><a href=\"https://x.example/b\">https://x.example/b</a>&gt; c</p>", "<https://x.example/b>> c\n")]
    [InlineData("<p><a href=\"https://x.example/b\">https://x.example/b</a>.<strong>c</strong></p>", "https://x.example/b<!-- -->.**c**\n")]
    [InlineData("<p><a href=\"https://x.example/b\">https://x.example/b</a><sub>c</sub></p>", "https://x.example/b<sub>c</sub>\n")]
    [InlineData("<p>(<a href=\"https://x.example/b\">https://x.example/b</a>).</p>", "(https://x.example/b).\n")]
    [InlineData("<p>[ <a href=\"https://x.example/b\">https://x.example/b</a></p>", "\\[ <https://x.example/b>\n")]
    [InlineData("<p>;<a href=\"mailto:me@x.example\">me@x.example</a>!</p>", ";me@x.example!\n")]
    [InlineData("<p>https://x.example/a[b]</p>", "https:<!-- -->//x.example/a[b]\n")]
    [InlineData("<p>a:<a href=\"mailto:me@x.example\">me@x.example</a></p>", "a:me@x.example\n")]
    [InlineData("<p>x <strong>a </strong> b</p>", "x **a** <!-- --> b\n")]
    [InlineData("<p>std ::any:: b</p>", "std ::any:: b\n")]
    [InlineData("<p>\\&nbsp;b</p>", "\\\\&nbsp;b\n")]
    [InlineData("<p>b<br />-:</p>", "b\\\n\\-:\n")]
    [InlineData("<p>tel:12</p>", "tel:12\n")]
    public void A_page_is_written_so_that_it_is_read_as_it_was(string page, string markdown)
    {
        Markdown(page).ShouldBe(markdown);
        Storage(markdown).ShouldBe(page);
    }

    [Theory]
    [InlineData("<p>https://x.example/:a:</p>", "https://x.example/:a:\n")]
    [InlineData("<p><strong>a\n</strong></p>", "**a**<!-- -->\n")]
    [InlineData("<p>x<strong>\na</strong></p>", "x<!-- --> **a**\n")]
    [InlineData("<p>a <strong>b<ac:inline-comment-marker ac:ref=\"1\"> </ac:inline-comment-marker></strong>c</p>", "a **b** <!-- -->c\n")]
    [InlineData("<p><em>a</em><ac:inline-comment-marker ac:ref=\"1\"><em>b</em></ac:inline-comment-marker></p>", "<em>a</em>*b*\n")]
    [InlineData("<p>https://x.ex<ac:inline-comment-marker ac:ref=\"1\">ample</ac:inline-comment-marker> b</p>", "https://x.example b\n")]
    [InlineData("<h2> </h2>", "##\n")]
    [InlineData("<ul><li><p>\n</p></li></ul>", "-\n")]
    public void A_page_with_markers_and_line_ends_is_written_as_the_page_without(string page, string markdown)
    {
        Markdown(page).TrimEnd().ShouldBe(markdown.TrimEnd());
        Markdown(Storage(markdown)).TrimEnd().ShouldBe(markdown.TrimEnd());
        new MarkdownToStorageFormat().Convert(Markdown(page), page, Options).Storage.ShouldBe(page);
    }

    [Theory]
    [InlineData("(see https://x.example/a.).", "<p>(see <a href=\"https://x.example/a\">https://x.example/a</a>.).</p>")]
    [InlineData("https://x.example/b\"", "<p><a href=\"https://x.example/b\">https://x.example/b</a>&quot;</p>")]
    [InlineData("https://x.example/a_(b)", "<p><a href=\"https://x.example/a_(b)\">https://x.example/a_(b)</a></p>")]
    public void An_address_ends_where_GitHub_ends_it(string markdown, string storage) => Storage(markdown).ShouldBe(storage);

    [Theory]
    [InlineData("<b>\n\n# h\n\n</b>", "<h1><b>h</b></h1>")]
    [InlineData("<ins>\n\n- a\n- b\n\n</ins>", "<ul><li><p><ins>a</ins></p></li><li><p><ins>b</ins></p></li></ul>")]
    [InlineData("<b>\n\n> a\n\n</b>", "<blockquote><p><b>a</b></p></blockquote>")]
    [InlineData("<b>a</b>", "<p><b>a</b></p>")]
    [InlineData("<b>a\n\n</b>", "<p><b>a</b></p>")]
    public void A_mark_around_blocks_stands_around_their_text(string markdown, string storage)
    {
        Storage(markdown).ShouldBe(storage);
        Storage(Markdown(storage)).ShouldBe(storage);
    }

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();

    private static string Storage(string markdown) =>
        new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull();
}
