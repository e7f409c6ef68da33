using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>A paragraph that an edit makes two: ids, comments and macros are each where their words are.</summary>
public sealed class SplitTextTests
{
    private const string Jira =
        "<ac:structured-macro ac:name=\"jira\" ac:macro-id=\"m\"><ac:parameter ac:name=\"key\">S-1</ac:parameter></ac:structured-macro>";

    private const string Picture = "<ac:image ac:local-id=\"i\" ac:alt=\"a\"><ri:attachment ri:filename=\"a.png\" /></ac:image>";

    private static readonly ConversionOptions Options = new();

    [Theory]
    [InlineData("<p local-id=\"p\">one " + Jira + "</p>", "one ", "<p local-id=\"p\">one</p>" + Jira)]
    [InlineData("<p local-id=\"p\">" + Jira + " one two</p>", "</span> ", Jira + "<p local-id=\"p\">one two</p>")]
    [InlineData("<p local-id=\"p\">one " + Picture + "</p>", "one ", "<p local-id=\"p\">one</p>" + Picture)]
    [InlineData("<p local-id=\"p\">one <ac:link><ri:user ri:account-id=\"u:1\" ri:local-id=\"l\" /></ac:link></p>", "one ",
        "<p local-id=\"p\">one</p><p><ac:link><ri:user ri:account-id=\"u:1\" ri:local-id=\"l\" /></ac:link></p>")]
    public void No_id_is_lost(string page, string end, string expected) => Split(page, end).Storage.ShouldBe(expected);

    [Theory]
    [InlineData("<p>before <ac:inline-comment-marker ac:ref=\"1\">some words here</ac:inline-comment-marker> after</p>", "some ",
        "<p>before <ac:inline-comment-marker ac:ref=\"1\">some</ac:inline-comment-marker></p>"
        + "<p><ac:inline-comment-marker ac:ref=\"1\">words here</ac:inline-comment-marker> after</p>")]
    [InlineData("<p>a b <ac:inline-comment-marker ac:ref=\"1\">some <strong>words here</strong></ac:inline-comment-marker> after it</p>",
        "some ",
        "<p>a b <ac:inline-comment-marker ac:ref=\"1\">some</ac:inline-comment-marker></p>"
        + "<p><ac:inline-comment-marker ac:ref=\"1\"><strong>words here</strong></ac:inline-comment-marker> after it</p>")]
    public void A_comment_goes_on_in_both_parts(string page, string end, string expected)
    {
        var written = Split(page, end);
        written.Storage.ShouldBe(expected);
        written.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_excerpt_within_a_line_takes_no_words_that_stood_outside()
    {
        const string Page = "<p>foreign <ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body>one two</ac:rich-text-body>"
            + "</ac:structured-macro> after it</p>";
        var written = Split(Page, "one ");
        written.Storage.ShouldBeNull();
        written.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Kind.ShouldBe(FindingKind.StructureIsBroken),
            finding => finding.Line.ShouldBe(3));
    }

    [Theory]
    [InlineData("here", "now", 0, 0)]
    [InlineData("\nthird here\n", "", 4, 1)]
    [InlineData("second\n\nthird here\n", "new\n\nwords\n", 5, 1)]
    [InlineData(" here", "", 5, 6)]
    public void A_lost_comment_is_told_where_its_words_stood(string words, string renewed, int line, int column)
    {
        const string Page = "<p>first</p><p>second</p><p>third <ac:inline-comment-marker ac:ref=\"1\">here</ac:inline-comment-marker></p>";
        var written = Back(Markdown(Page).Replace(words, renewed, StringComparison.Ordinal), Page);
        written.Findings.Select(finding => (finding.Kind, finding.Line, finding.Column)).ShouldBe(
            line == 0 ? [] : [(FindingKind.InlineCommentIsLost, line, column)]);
    }

    private static WriteBackResult Split(string page, string end)
    {
        var markdown = Markdown(page);
        var at = markdown.IndexOf(end, StringComparison.Ordinal) + end.Length;
        return Back($"{markdown[..at].TrimEnd()}\n\n{markdown[at..]}", page);
    }

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();

    private static WriteBackResult Back(string markdown, string page) => new MarkdownToStorageFormat().Convert(markdown, page, Options);
}
