using Build.CommandLine;

namespace DocsPipeline.Tests.Build.CommandLine;

public sealed class SuggestionTests
{
    private static readonly string[] Words = ["export", "explain", "publish", "plan", "import"];

    [Theory]
    [InlineData("pubilsh", "publish")]
    [InlineData("EXPROT", "export")]
    [InlineData("imprt", "import")]
    [InlineData("pla", "plan")]
    [InlineData("publ", "publish")]
    public void Finds_the_word_that_was_meant(string typed, string meant) => Suggestion.For(typed, Words).ShouldBe(meant);

    [Theory]
    [InlineData("x")]
    [InlineData("teapot")]
    [InlineData("")]
    public void Suggests_nothing_rather_than_nonsense(string typed) => Suggestion.For(typed, Words).ShouldBeNull();
}
