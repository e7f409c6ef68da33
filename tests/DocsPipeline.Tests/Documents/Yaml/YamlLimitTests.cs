using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Tests.Documents.Yaml;

/// <summary>The limits come before the parser, which dies of a hundred thousand brackets and takes seconds for ten thousand.</summary>
public sealed class YamlLimitTests
{
    [Theory]
    [InlineData("a: ", "[", 640)]
    [InlineData("a: ", "[", 16_000)]
    [InlineData("a: ", "[", 100_000)]
    [InlineData("a: ", "{b: ", 4_000)]
    [InlineData("a: ", "{b: ", 100_000)]
    [InlineData("", "- ", 8_000)]
    [InlineData("", "- ", 100_000)]
    [InlineData("", "? ", 8_000)]
    [InlineData("", "? ", 100_000)]
    [InlineData("", "a: &a ", 2_500)]
    [InlineData("a: ", "!!map ", 2_500)]
    public void Depth_beyond_all_bounds_is_a_diagnostic(string before, string unit, int count)
    {
        var diagnostics = new List<Diagnostic>();

        new YamlReader("content/a.md", 1, diagnostics).Read(before + string.Concat(Enumerable.Repeat(unit, count))).ShouldBeNull();

        diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void As_deep_as_it_may_be_it_is_read()
    {
        var diagnostics = new List<Diagnostic>();
        var yaml = "a: " + new string('[', YamlReader.MaxDepth - 2) + "b" + new string(']', YamlReader.MaxDepth - 2);

        new YamlReader("content/a.md", 1, diagnostics).Read(yaml).ShouldNotBeNull();
        new YamlReader("content/a.md", 1, diagnostics).Read(yaml.Replace("b", "[[b]]", StringComparison.Ordinal)).ShouldBeNull();

        diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.FrontMatter.ExceedsLimits);
    }
}
