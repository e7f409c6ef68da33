using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Markdown that people wrote, not Export: each thing becomes what GitHub shows, or a person is told.</summary>
public sealed class HandWrittenMarkdownTests
{
    [Theory]
    [InlineData("Returns List<Order> of them.", "<p>Returns List&lt;Order&gt; of them.</p>")]
    [InlineData("Map<String, Item> and Set<T>", "<p>Map&lt;String, Item&gt; and Set&lt;T&gt;</p>")]
    [InlineData("<Widget>\nblock\n</Widget>", "<p>&lt;Widget&gt; block &lt;/Widget&gt;</p>")]
    [InlineData("a </Order> b", "<p>a &lt;/Order&gt; b</p>")]
    [InlineData("a <b>bold</b> c", "<p>a <b>bold</b> c</p>")]
    public void What_is_no_tag_is_text(string markdown, string storage) => Whole(markdown).ShouldBe(storage);

    [Theory]
    [InlineData("a\n\n<svg width=\"9\"><path d=\"x\"/></svg>", "3:1", "3:16")]
    [InlineData("<video src=\"x\">words</video>", "1:1")]
    [InlineData("text <button>press</button> text", "1:6")]
    public void A_tag_without_a_place_is_told_where_it_stands_and_its_words_stay(string markdown, params string[] places)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions());

        result.Findings.Select(finding => $"{finding.Line}:{finding.Column}").ShouldBe(places);
        result.Findings.ShouldAllBe(finding => finding.Kind == FindingKind.PartIsDropped);
        result.Report.Dropped.ShouldBe(places.Length);
        result.Storage.ShouldNotBeNull().ShouldContain(
            markdown.Contains("words") ? "words" : markdown.Contains("press") ? "press" : "<p>a</p>");
    }

    [Theory]
    [InlineData("```\na\fb\n```", "2:2", "a\uFFFDb")]
    [InlineData("    a\0b", "1:6", "a\uFFFDb")]
    [InlineData("x \v y", "1:3", "x \uFFFD y")]
    public void A_character_that_no_page_can_hold_is_replaced_and_told(string markdown, string place, string text)
    {
        foreach (var page in new[] { null, "<p>x</p>" })
        {
            var result = new MarkdownToStorageFormat().Convert(markdown, page, new ConversionOptions());

            CanonicalStorage.IsWellFormed(result.Storage!).ShouldBeTrue();
            result.Storage!.ShouldContain(text);
            var finding = result.Findings.ShouldHaveSingleItem();
            finding.Kind.ShouldBe(FindingKind.PartIsDropped);
            $"{finding.Line}:{finding.Column}".ShouldBe(place);
        }
    }

    /// <summary>Half of a surrogate pair is no text that an attribute of a test could hold.</summary>
    [Fact]
    public void Half_a_character_is_none() => new MarkdownToStorageFormat().Convert($"x {(char)0xD800} y", null, new ConversionOptions())
        .Storage.ShouldBe("<p>x \uFFFD y</p>");

    [Fact]
    public void Code_in_a_list_keeps_each_space_that_a_line_begins_with()
    {
        foreach (var marker in new[] { "- ", "1. ", "* " })
        {
            var inside = new string(' ', marker.Length);
            var markdown = $"{marker}a\n\n{inside}```\n{inside} x\n{inside}  y\n{inside}z\n{inside}```";
            Whole(markdown).ShouldContain("<![CDATA[ x\n  y\nz]]>");
        }
    }

    [Fact]
    public void A_blank_before_the_summary_loses_no_title() =>
        Whole("<details> <summary>T</summary>\n\nx\n\n</details>").ShouldContain("<ac:parameter ac:name=\"title\">T</ac:parameter>");

    [Theory]
    [InlineData("- [ ] a\n  - b\n- [x] c\n")]
    [InlineData("- [ ] a\n\n  > q\n\n  ```\n  code\n  ```\n")]
    public void What_stands_below_a_task_stays_below_it(string markdown) => new StorageFormatToMarkdown()
        .Convert(Whole(markdown), new ConversionOptions()).Markdown.ShouldBe(markdown);

    [Theory]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData("[x](JaVaScRiPt:alert(1)) y", "<p>x y</p>")]
    [InlineData("<javascript:alert(1)>", "<p>javascript:alert(1)</p>")]
    [InlineData("![alt](vbscript:x)", "alt")]
    [InlineData("<a href=\"javascript:x\">y</a> z", "<p>y z</p>")]
    public void An_address_that_could_run_code_never_reaches_a_page(string markdown, string storage)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions());

        result.Storage.ShouldBe(storage);
        result.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.LinkIsDisarmed);
    }

    [Fact]
    public void One_that_the_page_had_is_its_own_again_and_a_person_is_told()
    {
        const string Page = "<p><a href=\"javascript:old()\">x</a> and more</p>";
        var markdown = new StorageFormatToMarkdown().Convert(Page, new ConversionOptions()).Markdown!;

        new MarkdownToStorageFormat().Convert(markdown, Page, new ConversionOptions()).Findings.ShouldBeEmpty();
        var edited = new MarkdownToStorageFormat().Convert(markdown.Replace("more", "less"), Page, new ConversionOptions());
        edited.Storage.ShouldBe(Page.Replace("more", "less"));
        new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions()).Findings.ShouldHaveSingleItem()
            .Kind.ShouldBe(FindingKind.LinkIsDisarmed);
    }

    [Theory]
    [InlineData("See https://example.org/a_b for more.",
        "<p>See <a href=\"https://example.org/a_b\">https://example.org/a_b</a> for more.</p>")]
    [InlineData("(www.example.org)", "<p>(<a href=\"http://www.example.org\">www.example.org</a>)</p>")]
    [InlineData("Ask help@example.org.", "<p>Ask <a href=\"mailto:help@example.org\">help@example.org</a>.</p>")]
    [InlineData("`https://example.org` and a@b", "<p><code>https://example.org</code> and a@b</p>")]
    [InlineData("[at https://a.example](https://b.example)", "<p><a href=\"https://b.example\">at https://a.example</a></p>")]
    public void An_address_that_nothing_marks_is_a_link(string markdown, string storage) => Whole(markdown).ShouldBe(storage);

    [Theory]
    [InlineData("| a |\n| --- |\n| `x \\| y` |", "<td><p><code>x | y</code></p></td>")]
    [InlineData("| a |\n| --- |\n| **`x \\| y`** |", "<td><p><strong><code>x | y</code></strong></p></td>")]
    [InlineData("`x \\| y`", "<p><code>x \\| y</code></p>")]
    [InlineData("![logo](img/logo.png)", "ri:filename=\"logo.png\"")]
    [InlineData("[plan](../x/plan.pdf)", "ri:filename=\"plan.pdf\"")]
    [InlineData("one   \n\ntwo", "<p>one</p><p>two</p>")]
    [InlineData("<ul><li>one<li>two</ul>", "<ul><li><p>one</p></li><li><p>two</p></li></ul>")]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<table><tr><th>a<th>b<tr><td>c<td>d</table>",
        "<tr><th><p>a</p></th><th><p>b</p></th></tr><tr><td><p>c</p></td><td><p>d</p></td></tr>")]
    [InlineData("<dl><dt>t<dd>d<dt>u<dd>e</dl>", "<dt>t</dt><dd><p>d</p></dd><dt>u</dt><dd><p>e</p></dd>")]
    [InlineData("<ul><li>one<ul><li>deep</ul><li>two</ul>",
        "<ul><li><p>one</p><ul><li><p>deep</p></li></ul></li><li><p>two</p></li></ul>")]
    public void It_becomes_what_GitHub_shows(string markdown, string storage)
    {
        var (page, findings) = Convert(markdown);
        page.ShouldContain(storage);
        findings.ShouldBeEmpty();
    }

    [Fact]
    public void Tasks_among_other_items_are_tasks()
    {
        var page = Convert("- [ ] open\n- plain\n- [x] done").Storage;
        page.ShouldContain("incomplete</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">open<");
        page.ShouldContain("</ac:task-list><ul><li><p>plain</p></li></ul><ac:task-list>");
        page.ShouldContain("<ac:task-id>2</ac:task-id><ac:task-status>complete<");
    }

    [Fact]
    public void What_says_nothing_about_code_is_told()
    {
        var (page, findings) = Convert("```csharp {1,3} title=\"x\"\nvar a = 1;\n```");
        page.ShouldContain("<ac:parameter ac:name=\"language\">csharp</ac:parameter><ac:parameter ac:name=\"title\">x</ac:parameter>");
        page.ShouldNotContain("{1,3}");
        findings.ShouldBe([FindingKind.PartIsDropped]);
    }

    [Theory]
    [InlineData("<!-- storage:layout-cell -->\n\ntext", "1:1")]
    [InlineData("text\n\n<!-- /confluence:excerpt -->", "3:1")]
    [InlineData("<!-- storage:layout-section type=\"two_equal\" -->\n<!-- storage:layout-cell -->\n\na\n\n<!-- /storage:layout-cell -->\n"
        + "<!-- /storage:layout-section -->", "1:1")]
    public void A_marker_without_its_other_half_is_no_page(string markdown, string place)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions());

        result.Storage.ShouldBeNull();
        var finding = result.Findings.ShouldHaveSingleItem();
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.StructureIsBroken, place));
    }

    [Fact]
    public void A_macro_whose_end_an_edit_took_away_is_no_page_and_one_taken_away_whole_is()
    {
        const string Page = "<p>a</p><ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body><p>b</p></ac:rich-text-body>"
            + "</ac:structured-macro><p>c</p>";
        var markdown = new StorageFormatToMarkdown().Convert(Page, new ConversionOptions()).Markdown!;
        var withoutEnd = markdown.Replace("<!-- /confluence:excerpt -->", "");

        new MarkdownToStorageFormat().Convert(withoutEnd, Page, new ConversionOptions()).Findings.ShouldHaveSingleItem()
            .Kind.ShouldBe(FindingKind.StructureIsBroken);
        new MarkdownToStorageFormat().Convert(withoutEnd.Replace("<!-- confluence:excerpt -->", ""), Page, new ConversionOptions())
            .Storage.ShouldBe("<p>a</p><p>b</p><p>c</p>");
    }

    [Fact]
    public void Markers_in_code_are_code() =>
        Convert("```\n<!-- /storage:layout -->\n```").Findings.ShouldBeEmpty();

    private static string Whole(string markdown)
    {
        var (storage, findings) = Convert(markdown);
        findings.ShouldBeEmpty();
        return storage;
    }

    private static (string Storage, IReadOnlyList<FindingKind> Findings) Convert(string markdown)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, null, new ConversionOptions());
        return (result.Storage.ShouldNotBeNull(), [.. result.Findings.Select(finding => finding.Kind)]);
    }
}
