using DocsPipeline.Flows.Publish.Approval;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("* @mara", "content/a.md", "mara")]
    [InlineData("/content/ @mara", "content/faq/a.md", "mara")]
    [InlineData("/content/ @mara", "other/content/a.md", "")]
    [InlineData("content/ @mara", "deep/content/a.md", "mara")]
    [InlineData("*.md @mara", "content/faq/a.md", "mara")]
    [InlineData("/content/* @mara", "content/faq/a.md", "")]
    [InlineData("/content/* @mara", "content/a.md", "mara")]
    [InlineData("/content/**/a.md @mara", "content/x/y/a.md", "mara")]
    [InlineData("/content/faq @mara", "content/faq/a.md", "mara")]
    [InlineData("/content/faq @mara", "content/faq2/a.md", "")]
    [InlineData("* @mara\n/content/controlled/ @jonas", "content/controlled/a.md", "jonas")]
    [InlineData("* @mara\n/content/controlled/", "content/controlled/a.md", "")]
    [InlineData("# all\n* @mara @halden/edi # why", "x", "mara,halden/edi")]
    public void Last_matching_line_names_the_owners(string text, string path, string owners) =>
        string.Join(',', CodeOwners.Parse(text).Of(path)).ShouldBe(owners);

    [Theory]
    [InlineData("* @mara\n!/content/ @jonas")]
    [InlineData("* @mara\n/content/[ab].md @jonas")]
    [InlineData("* @mara\n/content/ jonas")]
    public void Lines_that_GitHub_would_skip_are_reported(string text) => CodeOwners.Parse(text).InvalidLines.ShouldBe([2]);
}
