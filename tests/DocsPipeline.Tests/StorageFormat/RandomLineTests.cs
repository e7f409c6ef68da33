using CsCheck;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Lines of text in which everything stands right beside everything: addresses, names of emoji, emphasis, comment markers, spaces, line
/// ends, tags and the characters that mean something to Markdown. One that goes wrong is made smaller until it is the fault itself.
/// </summary>
public sealed class RandomLineTests
{
    private static readonly ConversionOptions Options = new();

    private static readonly string[] Addresses =
    [
        "https://x.example/b", "https://x.example/:x:", "www.x.example", "me@x.example", "https://x.example/a_b*",
        "https://x.example/b)c", "HTTP://x.example", "mailto:me@x.example", "xmpp:me@x.example/b",
    ];

    private static readonly string[] Signs =
    [
        ":", ":x:", "*", "_", "~", "`", "|", "[", "]", "\\", ".", ",", ")", "(", "!", "#", "-", "1.", ";", "&amp;", "&nbsp;", "&gt;",
        "&lt;", "&lt;b", "&quot;", "'", "=", "/", "日",
    ];

    private static readonly string[] Elements =
    [
        "<br />", "<code>c</code>", "<time datetime=\"2026-12-01\" />", "<ac:emoticon ac:name=\"smile\" />",
        "<ac:link><ri:user ri:account-id=\"u:1\" /></ac:link>",
        "<ac:image ac:alt=\"p\"><ri:attachment ri:filename=\"p.png\" /></ac:image>",
        "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"title\">S</ac:parameter></ac:structured-macro>",
        "<a href=\"https://x.example/b\">https://x.example/b</a>", "<a href=\"https://x.example/:x:\">https://x.example/:x:</a>",
        "<a href=\"http://www.x.example\">www.x.example</a>", "<a href=\"mailto:me@x.example\">me@x.example</a>",
    ];

    private static readonly string[] Around =
    [
        "strong", "em", "del", "code", "u", "sub", "span style=\"color: red;\"", "a href=\"https://y.example\"",
        "ac:inline-comment-marker ac:ref=\"c\"", "ac:inline-comment-marker ac:ref=\"d\"",
    ];

    private static readonly string[] Frames =
    [
        "<p>{0}</p>", "<p>{0}</p>", "<h2>{0}</h2>", "<ul><li><p>{0}</p></li></ul>", "<blockquote><p>{0}</p></blockquote>",
        "<table><tbody><tr><th><p>{0}</p></th></tr></tbody></table>",
        "<table><tbody><tr><td rowspan=\"2\"><p>{0}</p></td></tr></tbody></table>", "<p style=\"text-align: center;\">{0}</p>",
        "<ac:image><ri:attachment ri:filename=\"p.png\" /><ac:caption><p>{0}</p></ac:caption></ac:image>",
    ];

    private static readonly string[] Markup =
    [
        "*", "**", "_", "~~", "`", ">", "<", "|", "[", "]", "\\", "\\\n", "\n", "\n\n", "# ", "- ", "1. ", "[a](https://y.example)",
        "![p](p.png)", "<!-- -->", "<b>", "</b>", "<sub>", "</sub>", "<del>", "</del>", "<br>", "<https://x.example/b>", "&lt;",
        " ", "a", "\"", "=", "日",
    ];

    private static readonly Gen<string> Atom = Gen.OneOf(
        Gen.OneOf("a", "b", "a b", " ", " ", "  ", "\n"), Gen.OneOf(Signs), Gen.OneOf(Addresses), Gen.OneOf(Elements));

    private static readonly Gen<string> Page = Gen.Select(Gen.OneOf(Frames), Line(2), (frame, line) => string.Format(null, frame, line));

    private static readonly Gen<string> Document =
        Gen.OneOf(Gen.OneOf(Markup), Gen.OneOf(Addresses), Gen.OneOf(":x:", ":", ".", ")")).Array[1, 6].Select(string.Concat);

    [Fact]
    public void What_nobody_edited_comes_back_byte_for_byte() => Page.Sample(page => Back(Markdown(page), page).ShouldBe(page));

    [Fact]
    public void What_was_written_as_Markdown_means_the_same_page_when_it_is_read_again() => Page.Sample(page =>
        Markdown(Back(Markdown(page), null)).ShouldBe(Markdown(page)), iter: 2000);

    [Fact]
    public void No_word_is_lost_or_changed() => Page.Sample(page =>
        Words(Back(Markdown(page), null)).ShouldBe(Words(page)));

    [Fact]
    public void What_a_person_types_is_written_the_same_way_ever_after() => Document.Sample(typed =>
    {
        var markdown = Markdown(Back(typed, null));

        Markdown(Back(markdown, null)).ShouldBe(markdown);
    }, iter: 2000);

    private static Gen<string> Line(int depth) =>
        Gen.Frequency((2, Atom), (1, depth == 0 ? Atom : Wrapped(depth))).Array[1, 3].Select(string.Concat);

    private static Gen<string> Wrapped(int depth) =>
        Gen.Select(Gen.OneOf(Around), Line(depth - 1), (tag, line) => $"<{tag}>{line}</{tag.Split(' ')[0]}>");

    private static string Words(string page) => string.Concat(CanonicalStorage.VisibleWords(page));

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();

    private static string Back(string markdown, string? page) =>
        new MarkdownToStorageFormat().Convert(markdown, page, Options).Storage.ShouldNotBeNull();
}
