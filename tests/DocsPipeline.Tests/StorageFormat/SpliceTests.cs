using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

public sealed class SpliceTests
{
    private const string Marked = "<p local-id=\"a\">Send the <ac:inline-comment-marker ac:ref=\"c-1\">850 "
        + "order</ac:inline-comment-marker> &ldquo;first&rdquo; to <ac:link><ri:user ri:account-id=\"u:1\" /></ac:link>.</p>";

    [Fact]
    public void A_changed_word_changes_that_word_alone() =>
        Edit(Marked, "first", "now").ShouldBe(Marked.Replace("first", "now"));

    [Fact]
    public void A_comment_keeps_its_words_where_a_word_inside_changes() =>
        Edit(Marked, "850 order", "855 order").ShouldBe(Marked.Replace("850", "855"));

    [Fact]
    public void A_comment_moves_with_its_words_into_new_markup() =>
        Edit(Marked, "850 order", "**850 order**")
            .ShouldContain(
                "<strong><ac:inline-comment-marker ac:ref=\"c-1\">850 order</ac:inline-comment-marker></strong> &ldquo;first&rdquo;");

    [Fact]
    public void A_comment_without_its_words_is_reported()
    {
        var result = Convert(Marked, "850 order ", "");
        result.Storage.ShouldNotBeNull().ShouldNotContain("c-1");
        result.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.InlineCommentIsLost);
    }

    [Fact]
    public void A_deleted_mention_takes_nothing_else_with_it() =>
        Edit(Marked, " to [@u:1](mention:u:1)", "")
            .ShouldBe(Marked.Replace(" to <ac:link><ri:user ri:account-id=\"u:1\" /></ac:link>", ""));

    [Theory]
    [InlineData("<table ac:local-id=\"t\"><tbody><tr><th><p>A</p></th></tr><tr><td><p local-id=\"x\">old</p></td></tr></tbody></table>")]
    [InlineData(
        "<table><tbody><tr><td rowspan=\"2\"><p local-id=\"x\">old</p></td><td><ul><li><p>list</p></li></ul></td></tr></tbody></table>")]
    [InlineData("<ul local-id=\"u\"><li local-id=\"i\"><p>deep</p><ol start=\"4\"><li><p local-id=\"x\">old</p></li></ol></li></ul>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"info\" ac:macro-id=\"m\"><ac:rich-text-body><p local-id=\"x\">old</p></ac:rich-text-body>"
            + "</ac:structured-macro>")]
    [InlineData(
        "<ac:layout><ac:layout-section ac:type=\"single\"><ac:layout-cell ac:local-id=\"c\"><h2 local-id=\"x\">old</h2></ac:layout-cell>"
            + "</ac:layout-section></ac:layout>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"code\" ac:macro-id=\"m\"><ac:plain-text-body><![CDATA[a\nold\nb]]></ac:plain-text-body>"
            + "</ac:structured-macro>")]
    [InlineData(
        "<ac:task-list><ac:task><ac:task-id>9</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body><span "
            + "class=\"placeholder-inline-tasks\">old</span></ac:task-body></ac:task></ac:task-list>")]
    public void A_word_changes_in_place_wherever_it_stands(string storage) =>
        Edit(storage, "old", "renewed").ShouldBe(storage.Replace(">old<", ">renewed<").Replace("\nold\n", "\nrenewed\n"));

    [Theory]
    [InlineData("[a[^1]](https://a.example)\n\n[^1]: n\n")]
    [InlineData("<pre>\n<b>x</b></pre>\n")]
    [InlineData("![a[^1]](b.png)\n\n[^1]: n\n")]
    public void What_cannot_be_read_back_takes_no_id_and_no_comment_from_the_rest(string added)
    {
        const string Kept = "<p local-id=\"A\">k1 <ac:inline-comment-marker ac:ref=\"r5\">k2</ac:inline-comment-marker></p>";
        var result = new MarkdownToStorageFormat().Convert($"k1 k2\n\n{added}", Kept, new ConversionOptions());

        result.Storage!.ShouldStartWith(Kept);
        result.Findings.ShouldNotContain(finding => finding.Kind == FindingKind.InlineCommentIsLost);
    }

    [Theory]
    [InlineData(
        "<p>Now <ac:structured-macro ac:name=\"status\" ac:macro-id=\"m\"><ac:parameter ac:name=\"colour\">Green</ac:parameter>"
            + "<ac:parameter ac:name=\"title\">old</ac:parameter></ac:structured-macro></p>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"expand\" ac:macro-id=\"m\"><ac:parameter ac:name=\"title\">old</ac:parameter><ac:rich-text-body>"
            + "\n<p>x</p>\n</ac:rich-text-body></ac:structured-macro>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"panel\">\n <ac:parameter ac:name=\"title\">old</ac:parameter>\n <ac:rich-text-body><p>x</p>"
            + "</ac:rich-text-body>\n</ac:structured-macro>")]
    [InlineData("<ac:macro ac:name=\"children\"><ac:default-parameter>old</ac:default-parameter></ac:macro>")]
    public void A_parameter_changes_in_place(string storage) =>
        Edit(storage, "old", "renewed").ShouldBe(storage.Replace(">old<", ">renewed<"));

    [Theory]
    [InlineData(
        "<ul><li>text<ac:structured-macro ac:name=\"code\" ac:macro-id=\"m\"><ac:plain-text-body><![CDATA[a\n\told\nb]]>"
            + "</ac:plain-text-body></ac:structured-macro></li></ul>")]
    [InlineData("<p>&#x1F600; old <![CDATA[<raw>]]> &#8212; dash</p>")]
    [InlineData("<p>\n   test\n   <ac:inline-comment-marker ac:ref=\"c\"></ac:inline-comment-marker>\n   old\n</p>")]
    public void The_rest_of_the_paragraph_keeps_its_spelling(string storage) =>
        Edit(storage, "old", "renewed").ShouldBe(storage.Replace("old", "renewed"));

    [Theory]
    [InlineData("<ul>\n<li>one <ac:inline-comment-marker ac:ref=\"c\">two</ac:inline-comment-marker> &rarr; three</li>\n</ul>")]
    [InlineData(
        "<table class=\"wrapped\"><tbody><tr><th>one <ac:inline-comment-marker ac:ref=\"c\">two</ac:inline-comment-marker> &rarr; "
            + "three</th></tr></tbody></table>")]
    public void Bare_text_gets_no_paragraph_and_keeps_its_comments(string storage) =>
        Edit(storage, "three", "**three**").ShouldBe(storage.Replace("three", "<strong>three</strong>"));

    [Fact]
    public void A_changed_macro_in_a_changed_line_keeps_its_ids()
    {
        const string Page = "<p>A <ac:structured-macro ac:name=\"status\" ac:schema-version=\"1\" ac:macro-id=\"m\"><ac:parameter "
            + "ac:name=\"title\">Open</ac:parameter><ac:parameter ac:name=\"colour\">Red</ac:parameter></ac:structured-macro> b</p>";
        Edit(Page, "data-status=\"Red\">Open</span> b", "data-status=\"Green\">Done</span> *b*")
            .ShouldBe(Page.Replace("Open", "Done").Replace("Red", "Green").Replace(" b</p>", " <em>b</em></p>"));
    }

    [Fact]
    public void A_link_keeps_its_anchor_where_the_heading_it_names_changes()
    {
        const string Page = "<h2 local-id=\"h\">How fast we answer</h2><p>See <ac:link ac:anchor=\"How-fast-we-answer\"><ac:link-body>"
            + "there</ac:link-body></ac:link>&nbsp;now.</p>";
        Edit(Page, "## How fast", "## How quickly").ShouldBe(Page.Replace("How fast", "How quickly"));
        Edit(Page, "now", "**now**").ShouldBe(Page.Replace("now", "<strong>now</strong>"));
    }

    [Fact]
    public void A_new_link_to_a_heading_gets_the_anchor_that_Confluence_gives_it() =>
        new MarkdownToStorageFormat().Convert("[there](#how-fast-we-answer)\n\n## How fast we answer\n", null,
            new ConversionOptions()).Storage
            .ShouldBe(
                "<p><ac:link ac:anchor=\"How-fast-we-answer\"><ac:link-body>there</ac:link-body></ac:link></p><h2>How fast we answer</h2>");

    [Fact]
    public void A_new_item_leaves_its_neighbours_their_bytes()
    {
        const string List = "<ul local-id=\"u\">\n <li local-id=\"1\"><p>one</p></li>\n <li local-id=\"2\">two &rarr;</li>\n</ul>";
        Edit(List, "- one", "- one\n- new").ShouldBe(List.Replace("<li local-id=\"2\">", "<li><p>new</p></li><li local-id=\"2\">"));
    }

    [Fact]
    public void A_new_row_leaves_the_table_as_it_is()
    {
        const string Table = "<table data-layout=\"wide\"><tbody><tr ac:local-id=\"h\"><th><p>A</p></th><th><p>B</p></th></tr><tr "
            + "ac:local-id=\"r\"><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>";
        Edit(Table, "| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |")
            .ShouldBe(Table.Replace("</tr></tbody>", "</tr><tr><td><p>3</p></td><td><p>4</p></td></tr></tbody>"));
    }

    [Fact]
    public void Windows_line_ends_are_no_edit()
    {
        const string Page = "<p>a</p><p>b</p>";
        var markdown = Markdown(Page).Replace("\n", "\r\n");
        new MarkdownToStorageFormat().Convert(markdown, Page, new ConversionOptions()).Storage.ShouldBe(Page);
    }

    private static string Edit(string storage, string old, string renewed) => Convert(storage, old, renewed).Storage.ShouldNotBeNull();

    private static WriteBackResult Convert(string storage, string old, string renewed)
    {
        var markdown = Markdown(storage);
        markdown.ShouldContain(old);
        return new MarkdownToStorageFormat().Convert(markdown.Replace(old, renewed), storage, new ConversionOptions());
    }

    private static string Markdown(string storage) =>
        new StorageFormatToMarkdown().Convert(storage, new ConversionOptions()).Markdown.ShouldNotBeNull();
}
