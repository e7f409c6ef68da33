using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>
/// Exporting the sandbox's first pages gives <c>content/</c>: the bodies to the byte, the page properties value by value.
/// </summary>
public sealed class SeedAndContentAgreeTests
{
    private static readonly Dictionary<string, Document> ByTitle =
        Checkout.Documents.Documents.ToDictionary(document => document.Title);

    public static TheoryData<string> Paths => [.. Checkout.Documents.Documents.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_page_converts_to_the_body_of_its_document(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        var page = Convert(document);
        page.Findings.Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();
        page.Markdown.ShouldBe(document.Body);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Page_properties_say_what_the_front_matter_says(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        var yaml = new StringBuilder();
        foreach (var (name, value) in Convert(document).Properties!.Fields)
        {
            var nested = value.Contains('\n', StringComparison.Ordinal) || value.StartsWith("- ", StringComparison.Ordinal);
            var indented = "\n  " + value.Replace("\n", "\n  ", StringComparison.Ordinal);
            yaml.Append(name).Append(": ").Append(nested ? indented : value).Append('\n');
        }

        var faults = new List<Diagnostic>();
        var properties = YamlJson.ToJson(new YamlReader(path, 1, faults).Read(yaml.ToString())!);
        var expected = (JObject)document.FrontMatter.Json.DeepClone();
        expected.Remove("title");
        expected.Remove("confluence");
        JToken.DeepEquals(properties, expected).ShouldBeTrue($"{properties}\n\n{expected}");
    }

    private static ConversionResult Convert(Document document)
    {
        var file = $"{Path.GetFileNameWithoutExtension(document.Path)}.xml";
        var storage = File.ReadAllText(Path.Combine(Checkout.Root, "src/DocsPipeline.Sandbox/Seed/confluence/EDI", file));
        return new StorageFormatToMarkdown().Convert(storage, new ConversionOptions
        {
            PagePropertiesAsFrontMatter = true,
            Links = new ConversionLinks
            {
                PathOf = page => page.Title is { } title && ByTitle.TryGetValue(title, out var other) ? Relative(document, other) : null,
                FileOf = name => $"{Path.GetFileNameWithoutExtension(document.Path)}/{name}",
                NameOf = account => account.EndsWith('3') ? "Mara Lind" : null,
            },
        });
    }

    private static string Relative(Document from, Document to) => from.Folder == to.Folder
        ? Path.GetFileName(to.Path)
        : $"../{to.Path["content/".Length..]}";
}
