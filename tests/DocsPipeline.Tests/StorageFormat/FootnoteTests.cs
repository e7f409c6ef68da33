using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Footnotes, which Confluence does not have: raised numbers that lead to a list of notes and back.</summary>
public sealed partial class FootnoteTests
{
    private const string Document = "First[^a] here.\n\nSecond[^b] and[^a] again.\n\nThird.\n\n[^a]: Note one.\n\n[^b]: Note *two*\n\n"
        + "    with more\n\n    - and a list\n\nThe end.\n";

    private static readonly ConversionOptions Options = new();

    [Fact]
    public void A_note_is_a_raised_number_that_leads_to_an_item_and_back() => Storage("a[^x] b\n\n[^x]: Why *so*.\n").ShouldBe(
        $"<p>a<sup>{Anchor("footnote-ref-x")}{Link("footnote-def-x", "1")}</sup> b</p>"
        + $"<ol start=\"1\"><li><p>{Anchor("footnote-def-x")}Why <em>so</em>. {Link("footnote-ref-x", "↩")}</p></li></ol>");

    [Theory]
    [InlineData(Document, Document)]
    [InlineData("One[^1].\n\n[^1]: below\n\nTwo[^2].\n\n[^2]: later\n", "One[^1].\n\nTwo[^2].\n\n[^1]: below\n\n[^2]: later\n")]
    [InlineData("One[^b], two[^a].\n\n[^a]: A\n[^b]: B\n", "One[^b], two[^a].\n\n[^b]: B\n\n[^a]: A\n")]
    [InlineData("> in[^q]\n>\n> [^q]: a quote\n", "> in[^q]\n\n[^q]: a quote\n")]
    [InlineData("- in[^q]\n\n  [^q]: an item\n", "- in[^q]\n\n[^q]: an item\n")]
    [InlineData("a[^1]\n\n[^1]: ```\n    code\n    ```\n", "a[^1]\n\n[^1]:\n    ```\n    code\n    ```\n")]
    [InlineData("a[^1]\n\n[^1]:\n    - item\n", "a[^1]\n\n[^1]:\n    - item\n")]
    [InlineData("a[^1]\n\n[^1]: x\nlazy\n", "a[^1]\n\n[^1]: x lazy\n")]
    [InlineData("a[^1]\n[^1]: x\n", "a[^1]\n\n[^1]: x\n")]
    [InlineData("# a[^1]\n\n| b[^1] |\n| --- |\n| c[^2] |\n\n[^1]: x[^2]\n\n[^2]: y\n",
        "# a[^1]\n\n| b[^1] |\n| --- |\n| c[^2] |\n\n[^1]: x[^2]\n\n[^2]: y\n")]
    [InlineData("a[^A] and ![^a]\n\n[^A]: x\n", "a[^A] and \\![^A]\n\n[^A]: x\n")]
    [InlineData("a[^x*y]\n\n[^x*y]: z\n", "a[^x-y]\n\n[^x-y]: z\n")]
    [InlineData("a[^1] (b) `[^1]` [^1](c)\n\n[^1]: z\n", "a[^1] (b) `[^1]` [^1](c)\n\n[^1]: z\n")]
    [InlineData("a[^1]<!-- -->(c)\n\n[^1]<!-- -->: b\n\n[^1]: z\n", "a[^1]<!-- -->(c)\n\n[^1]<!-- -->: b\n\n[^1]: z\n")]
    [InlineData("a[^1]\n\n[^1]:\n", "a[^1]\n\n[^1]:\n")]
    public void Notes_come_back_in_the_order_in_which_the_text_names_them(string markdown, string expected)
    {
        var storage = Storage(markdown);
        Markdown(storage).ShouldBe(expected);
        Storage(expected).ShouldBe(storage);
        new MarkdownToStorageFormat().Convert(expected, storage, Options).Storage.ShouldBe(storage);
    }

    [Theory]
    [InlineData("a[^none] b", "<p>a[^none] b</p>")]
    [InlineData("a[^not this] b", "<p>a[^not this] b</p>")]
    [InlineData("a\\[^1] b[^2]\n\n[^2]: x", "<p>a[^1] b<sup>")]
    public void What_names_no_note_is_text(string markdown, string storage) => Storage(markdown).ShouldStartWith(storage);

    [Theory]
    [InlineData("a\n\n[^x]: words that nobody sees\n", "3:1")]
    [InlineData("a[^x]\n\n[^x]: one\n\n[^X]: two\n", "5:1")]
    public void A_note_that_GitHub_does_not_show_is_told(string markdown, string place)
    {
        var finding = new MarkdownToStorageFormat().Convert(markdown, null, Options).Findings.ShouldHaveSingleItem();
        (finding.Kind, $"{finding.Line}:{finding.Column}").ShouldBe((FindingKind.PartIsDropped, place));
    }

    [Theory]
    [InlineData("<p>m<sup>2</sup></p>")]
    [InlineData("<p>m<sup><ac:link ac:anchor=\"footnote-def-1\"><ac:link-body>1</ac:link-body></ac:link></sup></p>")]
    [InlineData("<p>no reference</p><ol><li><p>{def}x {back}</p></li></ol>")]
    [InlineData("<p>a{ref}</p>")]
    [InlineData("<p>a{ref}</p><ol><li><p>{def}x {back}</p></li><li><p>other</p></li></ol>")]
    [InlineData("<p>a{ref}</p><ul><li><p>{def}x {back}</p></li></ul>")]
    [InlineData("<table><tbody><tr><td rowspan=\"2\"><p>a{ref}</p></td></tr></tbody></table><ol><li><p>{def}x {back}</p></li></ol>")]
    public void Whatever_else_is_raised_or_listed_is_no_note(string page)
    {
        page = page.Replace("{ref}", $"<sup>{Anchor("footnote-ref-1")}{Link("footnote-def-1", "1")}</sup>")
            .Replace("{def}", Anchor("footnote-def-1")).Replace("{back}", Link("footnote-ref-1", "↩"));
        var markdown = Markdown(page);
        markdown.ShouldNotContain("[^");
        Markdown(Storage(markdown)).ShouldBe(markdown);
        new MarkdownToStorageFormat().Convert(markdown, page, Options).Storage.ShouldBe(page);
    }

    [Theory]
    [InlineData("Note one", "Note 1")]
    [InlineData("with more", "with less")]
    [InlineData("First", "Once")]
    [InlineData("and a list", "and one list")]
    public void Words_change_alone(string word, string renewed)
    {
        var page = WithIds(Storage(Document));
        new MarkdownToStorageFormat().Convert(Document.Replace(word, renewed), page, Options).Storage
            .ShouldBe(page.Replace(word, renewed));
    }

    [Fact]
    public void A_note_before_others_gives_these_another_number_and_nothing_else()
    {
        var page = WithIds(Storage(Document));
        var edited = Document.Replace("First[^a]", "First[^new][^a]").Replace("[^a]: Note", "[^new]: Fresh.\n\n[^a]: Note");

        var written = new MarkdownToStorageFormat().Convert(edited, page, Options).Storage.ShouldNotBeNull();

        Markdown(written).ShouldBe(edited);
        var number = new Regex("<ac:link-body>(\\d)</ac:link-body>");
        number.Matches(written).Select(match => match.Groups[1].Value).ShouldBe(["1", "2", "3", "2"]);
        Ids().Matches(written).Select(match => match.Value).ShouldBe(Ids().Matches(page).Select(match => match.Value));
    }

    [Fact]
    public void A_first_note_and_a_note_less_are_edits_like_others()
    {
        const string Plain = "<p local-id=\"1\">a <strong>b</strong></p><ul><li><p>x</p></li></ul>";
        const string Edited = "a[^1] **b**\n\n- x\n\n[^1]: Hm\n";
        var noted = new MarkdownToStorageFormat().Convert(Edited, Plain, Options).Storage.ShouldNotBeNull();
        Markdown(noted).ShouldBe(Edited);
        noted.ShouldStartWith("<p local-id=\"1\">a<sup>");
        new MarkdownToStorageFormat().Convert(Markdown(Plain), noted, Options).Storage.ShouldBe(Plain);
    }

    [Fact]
    public void Half_of_a_note_taken_away_is_what_GitHub_shows_then_and_told()
    {
        var page = WithIds(Storage(Document));
        var unnamed = new MarkdownToStorageFormat().Convert(Document.Replace("[^b] and", " and"), page, Options);
        unnamed.Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.PartIsDropped);
        unnamed.Storage.ShouldNotBeNull().ShouldNotContain("two");
        unnamed.Storage.ShouldContain("Note one");

        var unwritten = Document[..Document.IndexOf("[^b]:", StringComparison.Ordinal)] + "The end.\n";
        new MarkdownToStorageFormat().Convert(unwritten, page, Options).Storage.ShouldNotBeNull().ShouldContain("Second[^b] and<sup ");
    }

    private static string WithIds(string storage)
    {
        var count = 0;
        return Tag().Replace(storage, match => $"{match.Value[..^1]} local-id=\"i{++count}\">");
    }

    private static string Anchor(string name) =>
        $"<ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\"><ac:parameter ac:name=\"\">{name}</ac:parameter>"
        + "</ac:structured-macro>";

    private static string Link(string anchor, string text) =>
        $"<ac:link ac:anchor=\"{anchor}\"><ac:link-body>{text}</ac:link-body></ac:link>";

    private static string Storage(string markdown) =>
        new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull();

    private static string Markdown(string storage) => new StorageFormatToMarkdown().Convert(storage, Options).Markdown.ShouldNotBeNull();

    [GeneratedRegex("<(p|li|ul|sup|ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\")>")]
    private static partial Regex Tag();

    [GeneratedRegex("local-id=\"i\\d+\"")]
    private static partial Regex Ids();
}
