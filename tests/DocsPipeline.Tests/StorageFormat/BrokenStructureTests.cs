using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What an edit did to the markers around the parts of a page is an error at its line, and never a page.</summary>
public sealed class BrokenStructureTests
{
    private const string Page = "<ac:layout><ac:layout-section ac:type=\"two_equal\"><ac:layout-cell><p>left</p></ac:layout-cell>"
        + "<ac:layout-cell><ul><li><p>right</p></li></ul></ac:layout-cell></ac:layout-section>"
        + "<ac:layout-section ac:type=\"single\"><ac:layout-cell>"
        + "<ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body><p>inside</p></ac:rich-text-body></ac:structured-macro>"
        + "<ac:structured-macro ac:name=\"panel\"><ac:rich-text-body><p>framed</p></ac:rich-text-body></ac:structured-macro>"
        + "<ac:structured-macro ac:name=\"expand\"><ac:rich-text-body><p>folded</p></ac:rich-text-body></ac:structured-macro>"
        + "</ac:layout-cell></ac:layout-section></ac:layout>";

    private static readonly ConversionOptions Options = new();

    [Theory]
    [InlineData("- x\n\n  <!-- confluence:excerpt -->\n\n  a\n\n<!-- /confluence:excerpt -->\n", 7)]
    [InlineData("> <!-- confluence:excerpt -->\n\na\n\n<!-- /confluence:excerpt -->\n", 5)]
    [InlineData("<!-- confluence:excerpt -->\n\n- a\n  <!-- /confluence:excerpt -->\n", 4)]
    public void A_marker_whose_other_half_stands_in_another_list_or_quote_is_told(string markdown, int line)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, null, Options);

        result.Storage.ShouldBeNull();
        var finding = result.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Line).ShouldBe((FindingKind.StructureIsBroken, line));
    }

    [Theory]
    [InlineData("- x\n\n  <!-- confluence:excerpt -->\n\n  a\n\n  <!-- /confluence:excerpt -->\n")]
    [InlineData("k <!-- confluence:excerpt -->w<!-- /confluence:excerpt --> z\n")]
    [InlineData("- <details><summary>T</summary>\n\n  k1\n\n  </details>\n")]
    public void One_whose_halves_stand_together_is_none(string markdown) =>
        new MarkdownToStorageFormat().Convert(markdown, null, Options).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("<!-- storage:layout-cell -->", "lost\n\n<!-- storage:layout-cell -->")]
    [InlineData("<!-- /storage:layout-cell -->", "<!-- /storage:layout-cell -->\n\nlost\n")]
    [InlineData("<!-- storage:layout-section", "lost\n\n<!-- storage:layout-section")]
    public void Words_in_a_layout_and_in_none_of_its_cells_are_told_at_their_line(string marker, string edited)
    {
        var markdown = Markdown();
        var at = markdown.IndexOf(marker, StringComparison.Ordinal);
        var after = markdown[..at] + edited + markdown[(at + marker.Length)..];

        Broken(after).Line.ShouldBe(Array.IndexOf(after.Split('\n'), "lost") + 1);
    }

    [Fact]
    public void Each_marker_that_is_taken_away_is_told_at_the_one_that_is_left()
    {
        var lines = Markdown().Split('\n');
        string[] signs = ["<!--", ":::", "<details>", "</details>"];
        var markers = Enumerable.Range(0, lines.Length)
            .Where(line => signs.Any(sign => lines[line].StartsWith(sign, StringComparison.Ordinal))).ToList();
        markers.Count.ShouldBe(18);
        foreach (var marker in markers)
        {
            var finding = Broken(string.Join('\n', lines.Where((_, line) => line != marker)));
            var told = lines.Where((_, line) => line != marker).ElementAt(finding.Line - 1);
            (told.StartsWith('<') || told.StartsWith(':')).ShouldBeTrue($"{lines[marker]}: {finding} at {told}");
        }
    }

    [Theory]
    [InlineData("<!-- /storage:layout -->", "", 1, "`<!-- storage:layout -->` has no end")]
    [InlineData("<!-- /storage:layout-cell -->\n<!-- storage:layout-cell -->\n", "", 2, "section `two_equal` needs 2 cells and has 1")]
    [InlineData("<!-- /confluence:excerpt -->", "", 17, "`<!-- confluence:excerpt -->` has no end")]
    [InlineData("framed\n:::", "framed", 23, "`::: panel` has no end")]
    [InlineData("</details>", "", 27, "`<details>` has no end")]
    [InlineData("<!-- /storage:layout-section -->\n<!-- storage:layout-section type=\"single\" -->",
        "<!-- storage:layout-cell -->\n<!-- /storage:layout-cell -->\n<!-- /storage:layout-section -->\n"
        + "<!-- storage:layout-section type=\"single\" -->", 2, "section `two_equal` needs 2 cells and has 3")]
    [InlineData("<!-- storage:layout-section type=\"single\" -->", "", 15, "`<!-- storage:layout-cell -->` stands in no")]
    public void It_is_said_what_is_missing(string from, string to, int line, string message)
    {
        var finding = Broken(Markdown().Replace(from, to, StringComparison.Ordinal));
        finding.Message.ShouldStartWith(message);
        finding.Line.ShouldBe(line);
    }

    [Fact]
    public void Markers_that_cross_are_no_page()
    {
        const string Inner = "<!-- /storage:layout-cell -->";
        const string Outer = "<!-- /storage:layout-section -->";
        Broken(Markdown().Replace($"{Inner}\n{Outer}", $"{Outer}\n{Inner}", StringComparison.Ordinal)).Message
            .ShouldBe("section `two_equal` needs 2 cells and has 1");
        Broken(Markdown().Replace("<!-- /confluence:excerpt -->", "", StringComparison.Ordinal)
            .Replace("<!-- /storage:layout -->", "<!-- /confluence:excerpt -->\n<!-- /storage:layout -->", StringComparison.Ordinal))
            .Message.ShouldBe("`<!-- confluence:excerpt -->` has no end");
    }

    [Theory]
    [InlineData("- right\n\n<!--", "- right\n\n  <!--")]
    [InlineData("left\n\n<!--", "left <!--")]
    public void A_marker_within_a_list_or_a_line_is_no_page(string from, string to) =>
        Broken(Markdown().Replace(from, to, StringComparison.Ordinal)).Message
            .ShouldBe("`<!-- /storage:layout-cell -->` stands within a list or a line of text");

    [Fact]
    public void A_marker_that_is_spoken_of_is_none()
    {
        const string Text = "Write `<!-- storage:layout -->` in front of it.\n";
        new MarkdownToStorageFormat().Convert(Text, "<p>old</p>", Options).Storage
            .ShouldBe("<p>Write <code>&lt;!-- storage:layout --&gt;</code> in front of it.</p>");
    }

    [Fact]
    public void What_is_taken_away_whole_is_an_edit() =>
        new MarkdownToStorageFormat().Convert(Markdown()
            .Replace("<!-- confluence:excerpt -->\n\ninside\n\n<!-- /confluence:excerpt -->\n\n", "", StringComparison.Ordinal), Page,
            Options).Storage.ShouldBe(Page.Replace("<ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body><p>inside</p>"
                + "</ac:rich-text-body></ac:structured-macro>", "", StringComparison.Ordinal));

    [Fact]
    public void A_body_of_a_kind_that_no_macro_has_is_no_page()
    {
        const string Two = "<ac:structured-macro ac:name=\"two\"><ac:plain-text-body><![CDATA[a]]></ac:plain-text-body>"
            + "<ac:rich-text-body><p>b</p></ac:rich-text-body></ac:structured-macro>";
        var markdown = new StorageFormatToMarkdown().Convert(Two, Options).Markdown!;
        var edited = markdown.Replace("\"plain\"", "\"plane\"", StringComparison.Ordinal);
        var result = new MarkdownToStorageFormat().Convert(edited, Two, Options);
        result.Storage.ShouldBeNull();
        result.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Kind.ShouldBe(FindingKind.StructureIsBroken),
            finding => finding.Message.ShouldBe("`plane` is no kind of body"),
            finding => finding.Line.ShouldBe(3));
    }

    private static string Markdown() => new StorageFormatToMarkdown().Convert(Page, Options).Markdown.ShouldNotBeNull();

    private static ConversionFinding Broken(string markdown)
    {
        var result = new MarkdownToStorageFormat().Convert(markdown, Page, Options);
        result.Storage.ShouldBeNull();
        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(FindingKind.StructureIsBroken);
        return finding;
    }
}
