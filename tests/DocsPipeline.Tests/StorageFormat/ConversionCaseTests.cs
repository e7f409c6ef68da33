using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Each folder of <c>tests/cases/convert</c>: a page, the Markdown it must give, and, where there is an edit, the page it must become.
/// </summary>
public sealed class ConversionCaseTests
{
    private const string Cases = "tests/cases/convert";

    private static readonly ConversionOptions Options = new();

    public static TheoryData<string> All() =>
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, Cases)).Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_page_gives_the_expected_Markdown(string name) =>
        ExpectedFile.ShouldMatch($"{Cases}/{name}/expected.md", Markdown(Read(name, "storage.xml")));

    [Theory]
    [MemberData(nameof(All))]
    public void An_edit_gives_the_expected_page(string name)
    {
        if (File.Exists(Path.Combine(Checkout.Root, Cases, name, "edited.md")))
        {
            var result = new MarkdownToStorageFormat().Convert(Read(name, "edited.md"), Read(name, "storage.xml"), Options);
            ExpectedFile.ShouldMatch($"{Cases}/{name}/expected-after.xml", result.Storage.ShouldNotBeNull());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_an_edit_the_page_keeps_every_byte(string name)
    {
        var storage = Read(name, "storage.xml");
        new MarkdownToStorageFormat().Convert(Markdown(storage), storage, Options).Storage.ShouldBe(storage);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Without_a_base_the_Markdown_comes_back_as_it_was(string name)
    {
        var markdown = Markdown(Read(name, "storage.xml"));
        var storage = new MarkdownToStorageFormat().Convert(markdown, null, Options).Storage.ShouldNotBeNull();
        Markdown(storage).ShouldBe(markdown);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("links")]
    [InlineData("images")]
    [InlineData("lists")]
    [InlineData("tables")]
    [InlineData("alerts")]
    [InlineData("audience")]
    [InlineData("layout")]
    [InlineData("template")]
    public void Without_a_base_the_page_comes_back_in_canonical_form(string name)
    {
        var storage = Read(name, "storage.xml");
        var back = new MarkdownToStorageFormat().Convert(Markdown(storage), null, Options).Storage.ShouldNotBeNull();
        CanonicalStorage.Of(back).ShouldBe(CanonicalStorage.Of(storage));
    }

    private static string Markdown(string storage) => new StorageFormatToMarkdown().Convert(storage, Options).Markdown.ShouldNotBeNull();

    private static string Read(string name, string file) => File.ReadAllText(Path.Combine(Checkout.Root, Cases, name, file));
}
