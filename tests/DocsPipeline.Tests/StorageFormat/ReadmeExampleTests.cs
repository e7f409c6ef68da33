using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Tests.Conventions;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// The examples of the package's README, compiled and run: each stands here as it stands there. (That they compile in a program of their
/// own is for the test of the package.)
/// </summary>
public sealed partial class ReadmeExampleTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Checkout.Root, "src/DocsPipeline.StorageFormat/README.md"));

    [Fact]
    public void A_page_as_Markdown_and_an_edit_back_into_it()
    {
        var page = "<p local-id=\"7f\">Send an <strong>850</strong>.</p><ac:structured-macro ac:name=\"toc\" />";
        var read = new StorageFormatToMarkdown().Convert(page);
        var edited = read.Markdown!.Replace("850", "855");
        var written = new MarkdownToStorageFormat().Convert(edited, page);
        written.Storage.ShouldBe("<p local-id=\"7f\">Send an <strong>855</strong>.</p><ac:structured-macro ac:name=\"toc\" />");
    }

    [Fact]
    public void A_new_page() =>
        new MarkdownToStorageFormat().Convert("# Orders\n\n*One*.\n", null).Storage.ShouldBe("<h1>Orders</h1><p><em>One</em>.</p>");

    [Fact]
    public void A_link_to_another_page()
    {
        var paths = new Dictionary<string, string> { ["Orders"] = "orders.md" };
        var links = new ConversionLinks
        {
            PathOf = reference => paths.GetValueOrDefault(reference.Title ?? ""),
            PageAt = path => paths.Where(p => p.Value == path).Select(p => new PageReference(null, p.Key)).FirstOrDefault(),
        };
        var link = "<p><ac:link><ri:page ri:content-title=\"Orders\" /></ac:link></p>";
        new StorageFormatToMarkdown().Convert(link, new ConversionOptions { Links = links }).Markdown.ShouldBe("[Orders](orders.md)\n");
        var back = new MarkdownToStorageFormat().Convert("[Orders](orders.md)\n", link, new ConversionOptions { Links = links });
        back.Storage.ShouldBe(link);
    }

    [Fact]
    public void Every_line_of_an_example_is_one_of_these()
    {
        var source = File.ReadAllText(Path.Combine(Checkout.Root, "tests/DocsPipeline.Tests/StorageFormat/ReadmeExampleTests.cs"));
        var examples = ReadmeExample.All(Readme);
        examples.Count.ShouldBe(3);
        foreach (var line in examples.SelectMany(example => example.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            source.ShouldContain(Shown().Replace(line, "$1.ShouldBe($2);"));
        }
    }

    [Fact]
    public void Its_table_of_forms_is_what_the_converter_makes()
    {
        var rows = Paper.Read("src/DocsPipeline.StorageFormat/README.md").Table("in the page").ToList();
        rows.Count.ShouldBeGreaterThan(3);
        foreach (var (storage, markdown) in rows.Select(row => (row[0].Trim('`'), row[1].Trim('`'))))
        {
            new StorageFormatToMarkdown().Convert(storage).Markdown.ShouldBe(markdown + "\n");
            new MarkdownToStorageFormat().Convert(markdown, storage).Storage.ShouldBe(storage);
        }
    }

    [Fact]
    public void Its_table_of_findings_is_the_list_of_kinds_with_their_severities() => Paper
        .Read("src/DocsPipeline.StorageFormat/README.md").Table("`FindingKind`")
        .Select(row => (row[0].Trim('`'), row[1]))
        .ShouldBe(
            Enum.GetValues<FindingKind>()
                .Select(kind => (kind.ToString(), new ConversionFinding(kind, 1, 1, "", "").Severity.ToString().ToLowerInvariant())),
            ignoreOrder: true);

    [Fact]
    public void Its_table_of_options_names_every_option() => Paper
        .Read("src/DocsPipeline.StorageFormat/README.md").Table("`ConversionOptions`")
        .Select(row => row[0].Trim('`'))
        .ShouldBe(typeof(ConversionOptions).GetProperties().Select(property => property.Name), ignoreOrder: true);

    [GeneratedRegex(@"^Console\.Write\((.*?)\); // (.*)$")]
    private static partial Regex Shown();
}
