namespace DocsPipeline.Tests.Conventions;

/// <summary>The company of the samples is invented: its names, accounts and tokens belong to the sandbox and the demo.</summary>
public sealed class TheProductKnowsNoCompany
{
    private static readonly string[] Invented = ["halden", "docs-bot", "sandbox-", "mara-lind", "jonas-weber"];

    [Theory]
    [InlineData("src/DocsPipeline")]
    [InlineData("src/DocsPipeline.StorageFormat")]
    [InlineData("src/DocsPipeline.MSBuild")]
    public void Nothing_of_it_stands_in_product_code(string folder) => SourceFile.Below(folder)
        .SelectMany(file => Invented
            .Where(name => WithoutComments(file.Text).Contains(name, StringComparison.OrdinalIgnoreCase))
            .Select(name => $"{file.Path}: {name}"))
        .ShouldBeEmpty();

    // A comment may give an example.
    private static string WithoutComments(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
}
