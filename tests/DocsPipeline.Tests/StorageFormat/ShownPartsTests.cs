using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What a reader of the page sees is seen in the Markdown too, and what only repeats it follows it.</summary>
public sealed class ShownPartsTests
{
    private static readonly ConversionOptions Options = new();

    [Fact]
    public void A_decision_without_words_is_a_decision()
    {
        var page = Node("decision-list", Item("") + Item("plan B"), "<ul class=\"decision-list\"><li /><li>plan B</li></ul>");
        Markdown(page).ShouldBe(
            "- <span data-decision=\"DECIDED\">Decided:</span>\n- <span data-decision=\"DECIDED\">Decided:</span> plan B\n");
        Storage(Markdown(page)).ShouldBe(page);
    }

    [Fact]
    public void A_panel_in_a_cell_looks_like_one()
    {
        var page = $"<table><tbody><tr><td>{Panel("<p>text</p>", "<div><p>text</p></div>")}</td></tr></tbody></table>";
        Markdown(page).ShouldContain("<blockquote data-adf=\"panel\" panel-type=\"note\">\n<p>text</p>\n</blockquote>");
        Markdown(Storage(Markdown(page))).ShouldBe(Markdown(page));
    }

    [Theory]
    [InlineData("<p>a{0}b</p>")]
    [InlineData("{0}")]
    [InlineData("<ul><li><p>x</p>{0}</li></ul>")]
    public void A_fallback_that_is_all_there_is_is_shown(string frame)
    {
        var page = frame.Replace("{0}", Node("mystery", "<ac:adf-attribute key=\"k\">hidden</ac:adf-attribute>", "<p>words</p>"));
        Markdown(page).ShouldContain("<p>words</p>");
        Storage(Markdown(page)).ShouldBe(page);
    }

    [Theory]
    [InlineData("expand", "<ac:rich-text-body><p>text</p></ac:rich-text-body>", "<summary>The title</summary>")]
    [InlineData("info", "<ac:rich-text-body><p>text</p></ac:rich-text-body>", "<b data-title _:shown>The title</b>")]
    [InlineData("any", "<ac:rich-text-body><p>text</p></ac:rich-text-body>", "<b data-title>The title</b>")]
    [InlineData("noformat", "<ac:plain-text-body><![CDATA[text]]></ac:plain-text-body>", "<b data-title>The title</b>")]
    public void The_word_of_an_old_macro_is_shown(string name, string body, string shown)
    {
        var page = $"<ac:macro ac:name=\"{name}\"><ac:default-parameter>The title</ac:default-parameter>{body}</ac:macro>";
        var markdown = Markdown(page);
        markdown.ShouldContain(shown);
        Storage(markdown).ShouldBe($"<ac:structured-macro ac:name=\"{name}\" ac:schema-version=\"1\">"
            + $"<ac:parameter ac:name=\"\">The title</ac:parameter>{body}</ac:structured-macro>");
        Markdown(Storage(markdown)).ShouldBe(markdown);
        Storage(markdown, page).ShouldBe(page);
    }

    [Theory]
    [InlineData("<p>one two</p>", "<div class=\"mine\"><p>one two</p></div>", "<div class=\"mine\"><p>one three</p></div>")]
    [InlineData("<p local-id=\"7\">one two</p>", "<div><p>one two</p></div>", "<div><p>one three</p></div>")]
    [InlineData("<p>one two</p>", "<div>one <i>two</i></div>", null)]
    public void A_fallback_says_what_its_node_says_after_an_edit_or_is_gone(string content, string fallback, string? renewed)
    {
        var page = "<p>a</p>" + Panel(content, fallback) + Panel("<p>other</p>", "<p>other</p>");
        var written = Storage(Markdown(page).Replace("two", "three"), page);
        written.ShouldNotContain("two");
        written.ShouldContain(renewed ?? "</ac:adf-node></ac:adf-extension>");
        written.ShouldEndWith(Panel("<p>other</p>", "<p>other</p>"));
    }

    [Theory]
    [InlineData("<p><ac:link ac:anchor=\"x\" /> b</p>", "<a href=\"#x\" data-anchor=\"\">x</a> b\n")]
    [InlineData("<p>a <ac:link ac:anchor=\"One-two\" /></p><h2>One two</h2>",
        "a <a href=\"#one-two\" data-anchor=\"\">One-two</a>\n\n## One two\n")]
    [InlineData("<p>a <img src=\"https://a.example/x.png\" alt=\"q\" /></p>",
        "a <img data-element=\"img\" src=\"https://a.example/x.png\" alt=\"q\">\n")]
    [InlineData("<img src=\"x.png\" alt=\"q\" />", "<img data-element=\"img\" src=\"x.png\" alt=\"q\">\n")]
    public void Links_without_words_and_pictures_of_HTML_are_shown(string page, string markdown)
    {
        Markdown(page).ShouldBe(markdown);
        Storage(markdown).ShouldBe(page);
    }

    [Fact]
    public void A_link_without_words_that_gets_some_has_them() =>
        Storage("<a href=\"#x\" data-anchor=\"\">there</a>", "<p><ac:link ac:anchor=\"x\" /></p>")
            .ShouldBe("<p><ac:link ac:anchor=\"x\"><ac:link-body>there</ac:link-body></ac:link></p>");

    [Fact]
    public void A_picture_of_HTML_that_would_run_code_is_not_shown() =>
        Markdown("<p>a <img src=\"javascript:b\" alt=\"q\" onerror=\"c\" /></p>").ShouldNotContain("javascript");

    private static string Item(string text) =>
        "<ac:adf-node type=\"decision-item\"><ac:adf-attribute key=\"state\">DECIDED</ac:adf-attribute>"
        + (text.Length == 0 ? "<ac:adf-content /></ac:adf-node>" : $"<ac:adf-content>{text}</ac:adf-content></ac:adf-node>");

    private static string Panel(string content, string fallback) => Node("panel",
        $"<ac:adf-attribute key=\"panel-type\">note</ac:adf-attribute><ac:adf-content>{content}</ac:adf-content>", fallback);

    private static string Node(string type, string inside, string fallback) =>
        $"<ac:adf-extension><ac:adf-node type=\"{type}\">{inside}</ac:adf-node>"
        + $"<ac:adf-fallback>{fallback}</ac:adf-fallback></ac:adf-extension>";

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();

    private static string Storage(string markdown, string? page = null) =>
        new MarkdownToStorageFormat().Convert(markdown, page, Options).Storage.ShouldNotBeNull();
}
