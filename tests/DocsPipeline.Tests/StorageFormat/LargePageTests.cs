using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Pages that are large but harmless come back; what would cost the parser too much is refused, and still is no edit.</summary>
public sealed class LargePageTests
{
    private static readonly ConversionOptions Options = new();

    [Theory]
    [InlineData("<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[{0}]]></ac:plain-text-body></ac:structured-macro>",
        "call(list[0]);\n")]
    [InlineData("<table><tbody><tr><th>a</th></tr>{0}</tbody></table>", "<tr><td>f(x) [1, 2)</td></tr>")]
    [InlineData("<p>{0}</p>", "<a href=\"https://example.com/\">link</a> ")]
    [InlineData("{0}", "<ul><li><p>list</p></li></ul>")]
    [InlineData("<p>{0}</p>", "text<!-- comment --> ")]
    public void Comes_back(string page, string part)
    {
        var storage = page.Replace("{0}", string.Concat(Enumerable.Repeat(part, 3000)), StringComparison.Ordinal);
        var markdown = Markdown(storage);
        new MarkdownToStorageFormat().Convert(markdown, storage, Options).Storage.ShouldBe(storage);
        Markdown(new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull()).ShouldBe(markdown);
    }

    [Fact]
    public void Brackets_that_never_close_are_refused_only_where_they_are_read()
    {
        var storage = $"<p>{new string('[', 20_000)}</p>";
        var markdown = Markdown(storage);
        new MarkdownToStorageFormat().Convert(markdown, storage, Options).Storage.ShouldBe(storage);
        new MarkdownToStorageFormat().Convert(markdown + "more", storage, Options)
            .Findings.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.NestingIsTooDeep);
    }

    [Fact]
    public void Thousands_of_delimiters_without_partner_are_text() =>
        Storage(string.Concat(Enumerable.Repeat("[a ", 9_000))).ShouldStartWith("<p>[a [a [a");

    [Fact]
    public void Tags_without_end_go_no_deeper_than_a_page_may_be() =>
        Markdown(Storage(string.Concat(Enumerable.Repeat("<div>\n", 50_000)) + "text")).ShouldContain("text");

    [Theory]
    [InlineData("https://a ")]
    [InlineData("www.a.ex ")]
    public void Thousands_of_addresses_in_a_paragraph_are_links(string address) =>
        Storage(string.Concat(Enumerable.Repeat(address, 20_000)))
            .Split("<a href").Length.ShouldBe(20_001);

    [Fact]
    public void More_targets_of_links_in_a_paragraph_than_anybody_reads_are_refused()
    {
        var many = string.Concat(Enumerable.Repeat("[a]: b\n", 9_000));
        Findings($"{many}\n\n{many}").ShouldNotContain(finding => finding.Kind == FindingKind.NestingIsTooDeep);
        Findings(many + many).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.NestingIsTooDeep);

        IReadOnlyList<ConversionFinding> Findings(string markdown) =>
            new MarkdownToStorageFormat().Convert(markdown, null, Options).Findings;
    }

    [Fact]
    public void Containers_that_begin_without_end_are_text() =>
        Storage(string.Concat(Enumerable.Repeat(":::note\n", 20_000))).ShouldStartWith("<p>:::note :::note");

    [Fact]
    public void Containers_deeper_than_a_page_may_be_are_told() =>
        new MarkdownToStorageFormat().Convert(
            string.Concat(Enumerable.Repeat(":::note\n", 20_000)) + string.Concat(Enumerable.Repeat(":::\n", 20_000)), null, Options)
            .Findings.ShouldContain(finding => finding.Kind == FindingKind.NestingIsTooDeep);

    private static string Storage(string markdown) =>
        new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull();

    private static string Markdown(string storage) => new StorageFormatToMarkdown().Convert(storage, Options).Markdown.ShouldNotBeNull();
}
