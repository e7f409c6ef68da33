using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>The examples of the package's README, compiled and run: each stands here as it stands there.</summary>
public sealed partial class ReadmeExampleTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "src/DocsPipeline.StorageFormat/README.md"));

    [Fact]
    public void A_page_as_Markdown()
    {
        var result = new StorageFormatToMarkdown().Convert("<h1>Orders</h1><p>Send an <strong>850</strong>.</p>", new ConversionOptions());
        result.Markdown.ShouldBe("# Orders\n\nSend an **850**.\n");
    }

    [Fact]
    public void An_edit_back_into_its_page()
    {
        const string Page = "<p local-id=\"7f\">Send an <strong>850</strong>.</p>";
        var written = new MarkdownToStorageFormat().Convert("Send an **855**.\n", Page, new ConversionOptions());
        written.Storage.ShouldBe("<p local-id=\"7f\">Send an <strong>855</strong>.</p>");
    }

    [Fact]
    public void Every_line_of_an_example_is_one_of_these()
    {
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "tests/DocsPipeline.Tests/StorageFormat/ReadmeExampleTests.cs"));
        var examples = Example().Matches(Readme).Select(match => match.Groups[1].Value).ToList();
        examples.Count.ShouldBe(2);
        foreach (var line in examples.SelectMany(example => example.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            source.ShouldContain(Shown().Replace(line, "$1.ShouldBe($2);"));
        }
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^Console\.Write\((.*?)\); // (.*)$")]
    private static partial Regex Shown();
}
