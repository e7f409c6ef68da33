using System.Text.RegularExpressions;
using CsCheck;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// What an edit moves, splits, joins, indents or gives another level keeps its ids and its comments: a comment goes where its words go.
/// </summary>
public sealed partial class MovedTextTests
{
    [Fact]
    public void Blocks_in_another_order_keep_every_id_and_comment() => Gen.Select(Gen.Int[3, 7], Gen.Int[0, 1000]).Sample((count, seed) =>
    {
        var page = string.Concat(Enumerable.Range(1, count).Select(Paragraph));
        var blocks = Markdown(page).Split("\n\n");
        new Random(seed).Shuffle(blocks);

        var (storage, findings) = Edit(page, string.Join("\n\n", blocks));
        findings.ShouldBeEmpty();
        var expected = Elements().Matches(page).Select(match => match.Value).Order();
        Elements().Matches(storage).Select(match => match.Value).Order().ShouldBe(expected);
    });

    [Fact]
    public void Rows_in_another_order_keep_every_id_and_comment() => Gen.Select(Gen.Int[2, 6], Gen.Int[0, 1000]).Sample((count, seed) =>
    {
        var rows = Enumerable.Range(1, count).Select(number => $"<tr><td>{Paragraph(number)}</td><td><p>c{number}</p></td></tr>").ToList();
        var page = $"<table><tbody><tr><th><p>a</p></th><th><p>b</p></th></tr>{string.Concat(rows)}</tbody></table>";
        var lines = Markdown(page).Split('\n');
        new Random(seed).Shuffle(lines.AsSpan(^count..));

        var (storage, findings) = Edit(page, string.Join('\n', lines));
        findings.ShouldBeEmpty();
        rows.ShouldAllBe(row => storage.Contains(row));
    });

    [Theory]
    [InlineData(". ", ".\n\n")]
    [InlineData("Second", "## Second")]
    public void A_paragraph_that_is_split_keeps_its_comments(string from, string to)
    {
        const string Page = "<p local-id=\"p\">First <ac:inline-comment-marker ac:ref=\"r1\">one</ac:inline-comment-marker> here. "
            + "Second has <ac:inline-comment-marker ac:ref=\"r2\">a remark</ac:inline-comment-marker> inside.</p>";
        var (storage, findings) = Edit(Page, Markdown(Page).Replace(". ", ".\n\n").Replace(from, to));
        findings.ShouldBeEmpty();
        storage.ShouldContain("<ac:inline-comment-marker ac:ref=\"r1\">one</ac:inline-comment-marker>");
        storage.ShouldContain("<ac:inline-comment-marker ac:ref=\"r2\">a remark</ac:inline-comment-marker>");
    }

    [Theory]
    [InlineData("Note: this is a long text of many words.", "Note:\n\nthis is a long text of many words.", "Note:")]
    [InlineData("First sentence. Second one is longer.", "First sentence.\n\nSecond one is longer.", "First sentence.")]
    [InlineData("One. Two words. Three words here.", "One.\n\nTwo words.\n\nThree words here.", "One.")]
    [InlineData("It is a long text of many words, as it is.",
        "A long text of many words, too\n\nIt is a long text of many words, as it was.", "It is a long text of many words, as it was.")]
    public void The_first_part_of_a_paragraph_that_is_split_keeps_its_id_and_a_new_one_before_it_takes_none(
        string text, string edited, string kept) =>
        Edit($"<p local-id=\"p\">{text}</p><p local-id=\"q\">end</p>", $"{edited}\n\nend\n").Storage
            .ShouldContain($"<p local-id=\"p\">{kept}</p>");

    [Fact]
    public void Paragraphs_that_are_joined_keep_their_comments()
    {
        var page = Paragraph(1) + Paragraph(2) + Paragraph(3);
        var (storage, findings) = Edit(page, Markdown(page).Replace(".\n\n", ". "));
        findings.ShouldBeEmpty();
        Markers().Count(storage).ShouldBe(3);
    }

    [Fact]
    public void An_item_that_is_indented_keeps_its_ids_and_comments()
    {
        var page = $"<ul><li>{Paragraph(1)}</li><li>{Paragraph(2)}</li><li>{Paragraph(3)}</li></ul>";
        var (storage, findings) = Edit(page, Markdown(page).Replace("- Text 2", "  - Text 2"));
        findings.ShouldBeEmpty();
        storage.ShouldBe($"<ul><li>{Paragraph(1)}<ul><li>{Paragraph(2)}</li></ul></li><li>{Paragraph(3)}</li></ul>");
    }

    [Fact]
    public void A_heading_of_another_level_is_the_same_heading()
    {
        const string Page = "<h2 local-id=\"h\">Title <ac:inline-comment-marker ac:ref=\"r\">x</ac:inline-comment-marker></h2><p>a</p>";
        Edit(Page, Markdown(Page).Replace("## ", "### ")).Storage.ShouldBe(Page.Replace("h2", "h3"));
    }

    [Fact]
    public void A_macro_that_is_moved_is_the_same_macro()
    {
        const string Macro = "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\" ac:macro-id=\"m\"><ac:plain-text-body>"
            + "<![CDATA[x]]></ac:plain-text-body></ac:structured-macro>";
        var page = $"{Macro}<p local-id=\"a\">a</p><p local-id=\"b\">b</p>";
        Edit(page, "a\n\nb\n\n```\nx\n```\n").Storage.ShouldBe($"<p local-id=\"a\">a</p><p local-id=\"b\">b</p>{Macro}");
    }

    [Fact]
    public void A_comment_whose_words_are_gone_is_told_and_stands_on_no_others()
    {
        var page = Paragraph(1) + Paragraph(2);
        var (storage, findings) = Edit(page, Markdown(page).Replace("Text 1 with remark 1.\n\n", ""));
        findings.ShouldBe([FindingKind.InlineCommentIsLost]);
        Markers().Count(storage).ShouldBe(1);
    }

    [Fact]
    public void A_comment_does_not_go_to_words_that_stood_elsewhere_before()
    {
        const string Page = "<p>Send the <ac:inline-comment-marker ac:ref=\"r\">order</ac:inline-comment-marker> now.</p>"
            + "<p>An order is long.</p>";
        var (storage, findings) = Edit(Page, "An order is long.");
        findings.ShouldBe([FindingKind.InlineCommentIsLost]);
        storage.ShouldBe("<p>An order is long.</p>");
    }

    private static string Paragraph(int number) =>
        $"<p local-id=\"p{number}\">Text {number} with <ac:inline-comment-marker ac:ref=\"r{number}\">remark {number}"
        + "</ac:inline-comment-marker>.</p>";

    private static string Markdown(string storage) =>
        new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown.ShouldNotBeNull().TrimEnd('\n');

    private static (string Storage, IReadOnlyList<FindingKind> Findings) Edit(string page, string markdown)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown + "\n", page, new ConversionOptions());
        return (result.Storage.ShouldNotBeNull(), [.. result.Findings.Select(finding => finding.Kind)]);
    }

    [GeneratedRegex("<p local-id=.*?</p>")]
    private static partial Regex Elements();

    [GeneratedRegex("<ac:inline-comment-marker ac:ref=\"r[0-9]\">remark [0-9]</ac:inline-comment-marker>")]
    private static partial Regex Markers();
}
