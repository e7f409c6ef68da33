using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>One edit for each way in which a page once lost what the edit did not mean.</summary>
public sealed class KeptBytesTests
{
    private const string Marked = "<ac:inline-comment-marker ac:ref=\"r\">remark</ac:inline-comment-marker>";

    private static readonly ConversionOptions Options = new();

    [Fact]
    public void Items_that_change_places_are_the_same_items_whatever_their_numbers() =>
        Edit("<ol start=\"1\"><li local-id=\"a\"><p>one</p></li><li local-id=\"b\"><p>two " + Marked + "</p></li></ol>",
            "1. one\n2. two remark", "1. two remark\n2. one")
            .ShouldBe("<ol start=\"1\"><li local-id=\"b\"><p>two " + Marked + "</p></li><li local-id=\"a\"><p>one</p></li></ol>");

    [Fact]
    public void Rows_of_HTML_that_change_places_take_their_ids_along()
    {
        const string One = "<tr local-id=\"1\"><td local-id=\"c1\"><p>a</p><p>b</p></td><td><p>same</p></td></tr>";
        const string Two = "<tr local-id=\"2\"><td local-id=\"c2\"><p>c</p><p>d</p></td><td><p>same</p></td></tr>";
        Edit($"<table><tbody>{One}{Two}</tbody></table>", "<p>a</p>\n<p>b</p>", "<p>c</p>\n<p>d</p>!", "<p>c</p>\n<p>d</p>\n",
            "<p>a</p>\n<p>b</p>\n", "!", "").ShouldBe($"<table><tbody>{Two}{One}</tbody></table>");
    }

    [Fact]
    public void A_task_keeps_its_number_wherever_it_goes_and_a_new_one_gets_a_new_one()
    {
        static string Task(int id, string text) => $"<ac:task><ac:task-id>{id}</ac:task-id><ac:task-status>incomplete</ac:task-status>"
            + $"<ac:task-body><span class=\"placeholder-inline-tasks\">{text}</span></ac:task-body></ac:task>";
        Edit($"<ac:task-list>{Task(1, "one")}{Task(2, "two")}</ac:task-list>", "- [ ] one\n- [ ] two", "- [ ] two\n- [ ] new\n- [ ] one")
            .ShouldBe($"<ac:task-list>{Task(2, "two")}{Task(3, "new")}{Task(1, "one")}</ac:task-list>");
    }

    [Fact]
    public void Of_two_paragraphs_that_are_joined_the_id_of_the_first_is_left() =>
        Edit("<p local-id=\"a\">one</p><p local-id=\"b\">two three four " + Marked + " five</p>", "one\n\ntwo", "one two")
            .ShouldBe("<p local-id=\"a\">one two three four " + Marked + " five</p>");

    [Fact]
    public void A_paragraph_that_joins_the_list_behind_it_leaves_the_rest_of_the_page_alone() =>
        Edit("<h2>a</h2>\n\n<p local-id=\"p\">one</p>\n<ul local-id=\"u\">\n <li>two</li>\n</ul>\n<p>b</p>\n",
            "one\n\n- two", "- one\n- two")
            .ShouldBe("<h2>a</h2>\n\n<ul local-id=\"u\">\n <li><p local-id=\"p\">one</p></li><li>two</li>\n</ul>\n<p>b</p>\n");

    [Fact]
    public void Text_of_an_item_that_becomes_a_paragraph_keeps_its_comment() =>
        Edit("<ul><li>one " + Marked + "</li></ul><p>b</p>", "- one", "one").ShouldBe("<p>one " + Marked + "</p><p>b</p>");

    [Fact]
    public void Loose_text_that_moves_to_other_loose_text_is_a_paragraph_beside_it() =>
        Edit("loose<h2>a</h2>other<p local-id=\"p\">b</p>", "loose\n\n## a\n\nother", "## a\n\nother\n\nloose")
            .ShouldBe("<h2>a</h2>other<p>loose</p><p local-id=\"p\">b</p>");

    [Fact]
    public void What_is_only_Confluences_own_way_to_say_it_is_not_added_to_a_tag() =>
        Edit("<p>zero</p><ol local-id=\"o\"><li>one</li></ol>", "zero\n\n1. one", "1. zero\n2. one")
            .ShouldBe("<ol local-id=\"o\"><li><p>zero</p></li><li>one</li></ol>");

    [Fact]
    public void A_link_of_an_old_form_keeps_it_in_a_line_that_changes()
    {
        const string Link = "<ac:link><ri:attachment ri:filename=\"f.pdf\" /><ac:plain-text-link-body><![CDATA[file]]>"
            + "</ac:plain-text-link-body></ac:link>";
        Edit($"<p>one</p><p>two {Link}</p>", "one\n\ntwo", "one two").ShouldBe($"<p>one two {Link}</p>");
        Edit($"<p>one {Link}</p>", "one", "*one*").ShouldBe($"<p><em>one</em> {Link}</p>");
    }

    [Theory]
    [InlineData("one remark", "one remark more", "<p>one " + Marked + " more</p>")]
    [InlineData("one remark", "one remark, more", "<p>one " + Marked + ", more</p>")]
    [InlineData("one remark", "remark", "<p>" + Marked + "</p>")]
    [InlineData("one remark", "one small remark", "<p>one small " + Marked + "</p>")]
    public void Words_beside_those_of_a_comment_are_none_of_them(string from, string to, string expected)
    {
        Edit("<p>one " + Marked + "</p>", from, to).ShouldBe(expected);
        Edit("<ul><li>one " + Marked + "</li></ul>", from, to).ShouldBe($"<ul><li>{expected[3..^4]}</li></ul>");
        Edit("<table><tbody><tr><td><p>one " + Marked + "</p></td></tr></tbody></table>", from, to)
            .ShouldBe($"<table><tbody><tr><td>{expected}</td></tr></tbody></table>");
        Edit("<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>one " + Marked + "</p></ac:rich-text-body></ac:structured-macro>",
            from, to)
            .ShouldBe($"<ac:structured-macro ac:name=\"info\"><ac:rich-text-body>{expected}</ac:rich-text-body></ac:structured-macro>");
    }

    [Fact]
    public void Words_in_front_of_those_of_a_comment_are_none_of_them() =>
        Edit("<p>" + Marked + " one</p>", "remark one", "a remark one").ShouldBe("<p>a " + Marked + " one</p>");

    [Fact]
    public void A_panel_of_another_kind_has_its_comment_once()
    {
        var page = Edit("<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>one " + Marked + "</p></ac:rich-text-body>"
            + "</ac:structured-macro>", "[!NOTE]", "[!IMPORTANT]");
        page.ShouldContain("<ac:adf-content><p>one " + Marked + "</p></ac:adf-content>");
        page.Split(Marked).Length.ShouldBe(2);
    }

    [Fact]
    public void White_space_at_the_end_of_a_line_is_not_put_into_the_middle_of_another() =>
        Edit("<p>one.  </p><p>two " + Marked + "</p>", "one.\n\ntwo", "one. two").ShouldBe("<p>one. two " + Marked + "</p>");

    [Fact]
    public void An_address_with_a_comment_in_it_stays_text()
    {
        const string Address = "http://example.<ac:inline-comment-marker ac:ref=\"r\">com/a</ac:inline-comment-marker>";
        Edit($"<p>see {Address}</p><p>b</p>", "b", "**b**").ShouldBe($"<p>see {Address}</p><p><strong>b</strong></p>");
    }

    [Fact]
    public void Blocks_that_change_places_and_words_are_not_taken_for_each_other() =>
        Edit("<p local-id=\"a\">The first of them says " + Marked + " and more.</p><p local-id=\"b\">Quite another line of text.</p>",
            "The first of them says remark and more.\n\nQuite another line of text.",
            "Quite another row of text.\n\nThe first of them says remark and more.")
            .ShouldBe("<p local-id=\"b\">Quite another row of text.</p>"
                + "<p local-id=\"a\">The first of them says " + Marked + " and more.</p>");

    [Fact]
    public void A_line_that_is_like_others_which_are_there_is_new() =>
        Edit("<p local-id=\"a\">one two three</p><p local-id=\"b\">one two four</p>", "one two three\n\none two four",
            "one two three five\n\none two four five\n\none two")
            .ShouldBe("<p local-id=\"a\">one two three five</p><p local-id=\"b\">one two four five</p><p>one two</p>");

    [Fact]
    public void Thousands_of_lines_in_another_order_keep_their_ids_and_comments()
    {
        var paragraphs = Enumerable.Range(0, 4000).Select(number => $"<p local-id=\"p{number}\">Line {number} has a "
            + $"<ac:inline-comment-marker ac:ref=\"r{number}\">remark</ac:inline-comment-marker>.</p>").ToList();
        var page = string.Concat(paragraphs);
        var lines = Markdown(page).TrimEnd('\n').Split("\n\n");
        Array.Reverse(lines);
        paragraphs.Reverse();

        new MarkdownToStorageFormat().Convert(string.Join("\n\n", lines) + "\n", page, Options).Storage.ShouldBe(string.Concat(paragraphs));
    }

    private static string Edit(string page, params ReadOnlySpan<string> changes)
    {
        var markdown = Markdown(page);
        for (var at = 0; at < changes.Length; at += 2)
        {
            markdown.ShouldContain(changes[at]);
            markdown = markdown.Replace(changes[at], changes[at + 1], StringComparison.Ordinal);
        }

        var result = new MarkdownToStorageFormat().Convert(markdown, page, Options);
        result.Findings.ShouldBeEmpty();
        return result.Storage.ShouldNotBeNull();
    }

    private static string Markdown(string page) => new StorageFormatToMarkdown().Convert(page, Options).Markdown.ShouldNotBeNull();
}
