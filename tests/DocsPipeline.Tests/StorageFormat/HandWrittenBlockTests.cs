using DocsPipeline.Tests.StorageFormat.Rendering;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Tags of blocks where a person puts them: in a line, in a cell, around a picture or without one.</summary>
public sealed class HandWrittenBlockTests
{
    private const string Picture = "<ac:image><ri:attachment ri:filename=\"a.png\" />";

    [Theory]
    [InlineData("<ul><li>x</li></ul>", "<ul><li><p>x</p></li></ul>")]
    [InlineData("x <ul><li>y</li></ul> z", "<p>x</p><ul><li><p>y</p></li></ul><p>z</p>")]
    [InlineData("<p>x</p><p>y</p>", "<p>x</p><p>y</p>")]
    [InlineData("<h3>x</h3> <hr> <blockquote>q</blockquote>", "<h3>x</h3><hr /><blockquote><p>q</p></blockquote>")]
    [InlineData("<table><tr><td>x</td></tr></table>", "<table><tbody><tr><td><p>x</p></td></tr></tbody></table>")]
    [InlineData("x <figcaption>y</figcaption>", "<p>x</p><p>y</p>")]
    [InlineData("x <b>y</b> <sub>z</sub>", "<p>x <b>y</b><sub>z</sub></p>")]
    public void A_block_in_a_line_stands_beside_its_paragraphs(string line, string storage)
    {
        foreach (var around in new[] { "x\n\n| a |\n| --- |\n| {0} |", "- a\n- b\n\n  {0}", "> c\n>\n> {0}" })
        {
            var outcome = Outcome.Of(string.Format(null, around, line));
            outcome.Storage.Replace("> <", "><").ShouldContain(storage);
            outcome.Findings.ShouldBeEmpty();
            outcome.Again.ShouldBe(outcome.Markdown);
        }
    }

    [Fact]
    public void An_expand_in_a_cell_stands_in_no_paragraph() => Outcome
        .Of("| a |\n| --- |\n| <details><summary>T</summary>x</details> |").Storage
        .ShouldContain("<td><ac:structured-macro ac:name=\"expand\"");

    [Fact]
    public void What_is_aligned_stays_so_around_a_block() => Outcome.Of("| a |\n| :-: |\n| x <hr> y |").Storage
        .ShouldContain("<td><p style=\"text-align: center;\">x</p><hr /><p style=\"text-align: center;\">y</p></td>");

    [Fact]
    public void An_item_that_a_person_adds_to_tasks_in_a_cell_is_a_task()
    {
        var outcome = Outcome.Of("| a |\n| --- |\n| <ul data-task-list=\"\"><li data-task=\"4\">☐ x</li><li>y</li><li>☑ z</li></ul> |");
        outcome.Markdown.ShouldContain(
            "<li data-task=\"4\">☐ x</li>\n<li data-task=\"5\">☐ y</li>\n<li data-task=\"6\">☑ z</li>\n");
        outcome.Again.ShouldBe(outcome.Markdown);
    }

    [Theory]
    [InlineData("<img src=\"a.png\"><figcaption>C</figcaption>", $"{Picture}<ac:caption><p>C</p></ac:caption></ac:image>")]
    [InlineData("<figcaption>C</figcaption><img src=\"a.png\">", $"{Picture}<ac:caption><p>C</p></ac:caption></ac:image>")]
    [InlineData("<img src=\"a.png\"><figcaption>C</figcaption><figcaption>D</figcaption>",
        $"{Picture}<ac:caption><p>C</p></ac:caption></ac:image><p>D</p>")]
    [InlineData("<figcaption>C</figcaption>", "<p>C</p>")]
    [InlineData("<img src=\"a.png\"><img src=\"a.png\"><figcaption>C</figcaption>", $"{Picture}</ac:image>{Picture}</ac:image><p>C</p>")]
    [InlineData("<pre>x</pre><figcaption>C</figcaption>", "<pre>x</pre><p>C</p>")]
    [InlineData("<a href=\"https://a.example\"><img src=\"a.png\"></a><figcaption>C</figcaption>",
        $"<p><a href=\"https://a.example\">{Picture}<ac:caption><p>C</p></ac:caption></ac:image></a></p>")]
    [InlineData("<figure><img src=\"a.png\"><figcaption>C</figcaption></figure><figcaption>D</figcaption>",
        $"{Picture}<ac:caption><p>C</p></ac:caption></ac:image><p>D</p>")]
    public void A_figure_loses_no_word_and_no_picture(string inside, string storage)
    {
        var outcome = Outcome.Of($"<figure>{inside}</figure>");
        outcome.Storage.ShouldBe(storage);
        outcome.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_caption_of_nothing_is_a_paragraph() => Outcome.Of("<figcaption>words</figcaption>").Storage.ShouldBe("<p>words</p>");

    [Theory]
    [InlineData("- [ ]", "<ul><li><p>[ ]</p></li></ul>")]
    [InlineData("- [x]\n  a", "<ul><li><p>[x] a</p></li></ul>")]
    [InlineData("> [!NOTE]", "<blockquote><p>[!NOTE]</p></blockquote>")]
    [InlineData("> [!important]\n>\n\nx", "<blockquote><p>[!important]</p></blockquote><p>x</p>")]
    [InlineData("a ~~~c~~~", "<p>a ~~~c~~~</p>")]
    public void A_marker_of_nothing_is_text(string markdown, string storage)
    {
        var outcome = Outcome.Of(markdown);
        outcome.Storage.ShouldBe(storage);
        outcome.Again.ShouldBe(outcome.Markdown);
        Outcome.Of(outcome.Markdown).Storage.ShouldBe(storage);
    }

    [Theory]
    [InlineData("- [ ] <!-- -->\n- [x] a\n")]
    [InlineData("- [x] a\n\n2. b\n3. c\n\n- [ ] d\n\n5. e\n")]
    [InlineData("- > [!NOTE]\n  > x\n")]
    [InlineData("> > [!TIP]\n> > x\n")]
    public void It_comes_back_as_it_was(string markdown) => Outcome.Of(markdown).Markdown.ShouldBe(markdown);

    [Fact]
    public void Numbers_beside_tasks_go_on() =>
        Outcome.Of("1. [x] a\n2. b\n3. c\n4. [ ] d\n5. e").Markdown.ShouldBe("- [x] a\n\n2. b\n3. c\n\n- [ ] d\n\n5. e\n");

    [Fact]
    public void An_empty_task_keeps_its_box_though_an_editor_takes_blanks_away()
    {
        const string Page = "<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status></ac:task>"
            + "</ac:task-list><p>a</p>";
        var markdown = new DocsPipeline.StorageFormat.StorageFormatToMarkdown().Convert(Page).Markdown!;
        var trimmed = string.Join('\n', markdown.Replace("a\n", "b\n").Split('\n').Select(line => line.TrimEnd()));
        new DocsPipeline.StorageFormat.MarkdownToStorageFormat().Convert(trimmed, Page).Storage.ShouldBe(Page.Replace(">a<", ">b<"));
    }

    [Fact]
    public void A_list_in_the_line_of_a_task_stands_below_it() =>
        Outcome.Of("- [ ] a <ul><li>b</li></ul>").Markdown.ShouldBe("- [ ] a\n  - b\n");
}
