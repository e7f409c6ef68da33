using CsCheck;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Pages of a few parts, so that one which goes wrong is made smaller until it is the fault itself. <see cref="CorpusTests"/> has the large
/// ones, of everything in everything.
/// </summary>
public sealed class RandomPagePartsTests
{
    private static readonly ConversionOptions Options = new();

    private static readonly Gen<string> Word = Gen.Int[1, 99].Select(number => $"word{number}");

    private static readonly Gen<string> Sign = Gen.OneOf(
        "a*b", "**", "_x_", "`", "[x]", "![i", "#", "1.", "-", "&gt;", "&amp;lt;", "|", "\\", ":::", "~~", "&nbsp;", "😀", "&shy;");

    private static readonly Gen<string> Text = Gen.Frequency((3, Word), (1, Sign)).Array[1, 4].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Inline = Gen.Frequency(
        (4, Text),
        (1, Text.Select(text => $"<strong>{text}</strong>")),
        (1, Text.Select(text => $"<em>{text}</em>")),
        (1, Text.Select(text => $"<code>{text}</code>")),
        (1, Text.Select(text => $"<a href=\"https://example.com/?a=b&amp;c=(d)\">{text}</a>")),
        (1, Text.Select(text => $"<ac:inline-comment-marker ac:ref=\"c\">{text}</ac:inline-comment-marker>")),
        (1, Gen.Const("<ac:link><ri:user ri:account-id=\"u:1\" /></ac:link>")),
        (1, Gen.Const("<br />")));

    private static readonly Gen<string> Line = Inline.Array[1, 3].Select(parts => string.Join(' ', parts));

    private static readonly Gen<string> Paragraph = Line.Select(line => $"<p>{line}</p>");

    private static readonly Gen<string> Block = Gen.Frequency(
        (3, Paragraph),
        (1, Gen.Select(Gen.Int[1, 6], Line, (level, line) => $"<h{level}>{line}</h{level}>")),
        (1, Paragraph.Array[1, 3].Select(items => $"<ul>{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ul>")),
        (1, Paragraph.Array[1, 3].Select(items => $"<ol start=\"1\">{string.Concat(items.Select(item => $"<li>{item}</li>"))}</ol>")),
        (1, Paragraph.Array[2].Array[1, 3].Select(Table)),
        (1, Paragraph.Array[1, 2].Select(inside => Macro("info", $"<ac:rich-text-body>{string.Concat(inside)}</ac:rich-text-body>"))),
        (1, Word.Select(word => Macro("code", $"<ac:plain-text-body><![CDATA[{word} <b>\n\n  ```\n]]></ac:plain-text-body>"))),
        (1, Paragraph.Select(inside => $"<blockquote>{inside}</blockquote>")));

    private static readonly Gen<string> Page = Block.Array[1, 5].Select(blocks => string.Concat(blocks));

    [Fact]
    public void What_nobody_edited_comes_back_byte_for_byte() => Page.Sample(page =>
        Back(Markdown(page), page).ShouldBe(page));

    [Fact]
    public void A_word_that_is_changed_changes_nothing_else() => Page.Sample(page =>
    {
        const string Mark = "<p>EDITED</p>";
        var marked = page + Mark;

        Back(Markdown(marked).Replace("EDITED", "renewed", StringComparison.Ordinal), marked).ShouldBe(page + "<p>renewed</p>");
    });

    [Fact]
    public void What_was_written_as_Markdown_means_the_same_page_when_it_is_read_again() => Page.Sample(page =>
    {
        var markdown = Markdown(page);

        Markdown(Back(markdown, null)).ShouldBe(markdown);
    });

    private static string Table(string[][] rows) =>
        $"<table><tbody>{string.Concat(rows.Select((row, number) => Row(row, number == 0 ? "th" : "td")))}</tbody></table>";

    private static string Row(string[] cells, string tag) =>
        $"<tr>{string.Concat(cells.Select(cell => $"<{tag}>{cell}</{tag}>"))}</tr>";

    private static string Macro(string name, string inside) =>
        $"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\" ac:macro-id=\"m\">{inside}</ac:structured-macro>";

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();

    private static string Back(string markdown, string? page) =>
        new MarkdownToStorageFormat().Convert(markdown, page, Options).Storage.ShouldNotBeNull();
}
