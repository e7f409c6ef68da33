using DocsPipeline.Flows.Publish.Approval;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("* @mara", "content/a.md", "mara")]
    [InlineData("/content/ @mara", "content/faq/a.md", "mara")]
    [InlineData("/content/ @mara", "content", "")]
    [InlineData("/content/ @mara", "other/content/a.md", "")]
    [InlineData("content/ @mara", "deep/content/a.md", "mara")]
    [InlineData("*.md @mara", "content/faq/a.md", "mara")]
    [InlineData("*.md @mara", "content/faq/amd", "")]
    [InlineData("a.md @mara", "content/a.md", "mara")]
    [InlineData("a.md @mara", "content/ba.md", "")]
    [InlineData("faq/a.md @mara", "content/faq/a.md", "")]
    [InlineData("/a.md @mara", "content/a.md", "")]
    [InlineData("/content/* @mara", "content/faq/a.md", "")]
    [InlineData("/content/* @mara", "content/a.md", "mara")]
    [InlineData("/content/?.md @mara", "content/a.md", "mara")]
    [InlineData("/content/?.md @mara", "content/aa.md", "")]
    [InlineData("/content?a.md @mara", "content/a.md", "")]
    [InlineData("/content/**/a.md @mara", "content/x/y/a.md", "mara")]
    [InlineData("/content/**/a.md @mara", "content/a.md", "mara")]
    [InlineData("/content/**/a.md @mara", "content/xa.md", "")]
    [InlineData("**/faq @mara", "content/x/faq/a.md", "mara")]
    [InlineData("/content/**.md @mara", "content/x/a.md", "mara")]
    [InlineData("/content/faq @mara", "content/faq/a.md", "mara")]
    [InlineData("/content/faq @mara", "content/faq", "mara")]
    [InlineData("/content/faq @mara", "content/faq2/a.md", "")]
    [InlineData("* @mara\n/content/controlled/ @jonas", "content/controlled/a.md", "jonas")]
    [InlineData("* @mara\n/content/controlled/", "content/controlled/a.md", "")]
    [InlineData("# all\n* @mara @halden/edi # why", "x", "mara,halden/edi")]
    [InlineData("#* @jonas\r\n\r\n* docs@halden.example\r\n", "x", "docs@halden.example")]
    [InlineData("/a#b.md @mara", "a#b.md", "mara")]
    public void Last_matching_line_names_the_owners(string text, string path, string owners) =>
        string.Join(',', CodeOwners.Parse(text).Of(path)).ShouldBe(owners);

    [Theory]
    [InlineData("* @mara\n!/content/ @jonas", new[] { 2 })]
    [InlineData("* @mara\n/content/[ab.md @jonas", new[] { 2 })]
    [InlineData("* @mara\n/content/ab].md @jonas", new[] { 2 })]
    [InlineData("* @mara\n/content/\\#b.md @jonas", new[] { 2 })]
    [InlineData("* @mara\n/content/ jonas", new[] { 2 })]
    [InlineData("\n# all\n/content/ @mara jonas\n* @mara\n* @-x", new[] { 3, 5 })]
    public void Lines_that_GitHub_would_skip_are_reported(string text, int[] lines) => CodeOwners.Parse(text).InvalidLines.ShouldBe(lines);

    [Fact]
    public void A_file_that_GitHub_understands_has_no_such_line() => CodeOwners.Parse("* @mara\n\n# all\n").InvalidLines.ShouldBeEmpty();
}
