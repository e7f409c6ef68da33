using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Conventions;

/// <summary>The picture shows the folders that are there, and each walk is long enough to lead somewhere.</summary>
public sealed partial class ArchitecturePageIsTrue
{
    private static readonly Paper Page = Paper.Read("src/ARCHITECTURE.md");

    private static string Picture => Page.Text.Split("```")[1];

    [Fact]
    public void The_picture_has_every_project() => Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src"))
        .Select(Path.GetFileName)
        .Where(project => !Regex.IsMatch(Picture, $@"{Regex.Escape(project!)}(?![.\w])"))
        .ShouldBeEmpty();

    [Fact]
    public void The_picture_has_the_layers_and_no_other() => Layer().Matches(Picture).Select(match => match.Groups[1].Value)
        .ShouldBe(
            Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src/DocsPipeline")).Select(Path.GetFileName), ignoreOrder: true);

    [Fact]
    public void The_picture_has_the_order_that_the_sentence_names() =>
        Page.Text.ShouldContain(string.Join(" → ", Layer().Matches(Picture).Select(match => match.Groups[1].Value)) + ": arrows");

    [Theory]
    [InlineData("Flows")]
    [InlineData("Systems")]
    public void The_picture_names_what_a_layer_holds(string layer)
    {
        var line = Picture.Split('\n').Single(line => line.StartsWith($"  {layer} ", StringComparison.Ordinal));
        Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src/DocsPipeline", layer))
            .Select(Path.GetFileName)
            .Where(room => !line.Contains(room!, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Four_walks_lead_through_the_code() => Page.Text.Split("\n### ").Skip(1)
        .Select(walk => Step().Count(walk.Split("\n## ")[0]))
        .ShouldBe([10, 10, 9, 6]);

    [GeneratedRegex(@"^  ([A-Z]\w+) {2,}\w", RegexOptions.Multiline)]
    private static partial Regex Layer();

    [GeneratedRegex(@"^\d+\. `", RegexOptions.Multiline)]
    private static partial Regex Step();
}
