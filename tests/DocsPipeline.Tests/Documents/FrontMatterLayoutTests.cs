using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Sync.Merging;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Tests.Documents;

public sealed class FrontMatterLayoutTests
{
    private static readonly JObject Schema = JObject.Parse(
        """{"properties":{"id":{},"kind":{},"title":{},"summary":{},"expires":{},"confluence":{},"topic":{}}}""");

    [Theory]
    [InlineData("AS2 setup guide", "AS2 setup guide")]
    [InlineData("Template: service interruption", "\"Template: service interruption\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("004010", "\"004010\"")]
    [InlineData("98322", "\"98322\"")]
    [InlineData("- dash", "\"- dash\"")]
    [InlineData("C# and you", "C# and you")]
    [InlineData("Why? #1", "\"Why? #1\"")]
    [InlineData("@acme", "\"@acme\"")]
    [InlineData("He said \"no\"", "He said \"no\"")]
    [InlineData(" padded ", "\" padded \"")]
    [InlineData("Übersicht für Partner", "Übersicht für Partner")]
    [InlineData("two\nlines", "\"two\\nlines\"")]
    [InlineData("ends with:", "\"ends with:\"")]
    public void Quotes_a_title_only_where_it_could_be_read_as_something_else(string title, string yaml)
    {
        var line = FrontMatterLayout.Field("title", FrontMatterLayout.Text(title));

        line.ShouldBe($"title: {yaml}\n");
        YamlJson.ToJson(Read(line)["title"]!).ShouldBe(new JValue(title));
    }

    [Theory]
    [InlineData("audience:\n  communities: [halden-suppliers]\n  groups: [x12-suppliers]\n")]
    [InlineData("related: [as2-setup-guide, support-contacts]\n")]
    [InlineData("selected: false\n")]
    [InlineData("effective: 2026-11-16\n")]
    [InlineData("version: \"004010\"\n")]
    [InlineData(
        "certificates:\n  - role: signing\n    days: 30\n    hosts: [a, b]\n  - role: encryption\n    nested:\n      deep: \"1,2\"\n")]
    [InlineData("placeholders: []\n")]
    public void Writes_values_as_a_person_would(string yaml)
    {
        var entry = Read(yaml).Entries[0];

        FrontMatterLayout.Field(entry.Key, entry.Value).ShouldBe(yaml);
    }

    [Fact]
    public void Puts_a_list_that_is_too_long_for_a_line_below_its_key()
    {
        var yaml = $"hosts: [{string.Join(", ", Enumerable.Range(0, 20).Select(number => $"host-{number}.example"))}]\n";
        var entry = Read(yaml).Entries[0];

        FrontMatterLayout.Field(entry.Key, entry.Value).ShouldStartWith("hosts:\n  - host-0.example\n  - host-1.example\n");
    }

    [Fact]
    public void Orders_fields_as_the_schema_does_and_confluence_last() =>
        FrontMatterLayout.Order(["confluence", "topic", "own", "title", "id"], Schema)
            .ShouldBe(["id", "title", "topic", "own", "confluence"]);

    [Fact]
    public void Changes_one_field_and_leaves_the_authors_other_lines_alone()
    {
        const string Text =
            "---\n# Ask Wera before changing\nid: guide   # stable\nkind:  faq-article\ntitle: 'Old'\nconfluence:\n  space: EDI\n"
                + "  page: \"1\"\n  version: 1\n---\nBody.\n";
        var document = DocumentReader.Read(new ContentFile("content/faq/guide.md", Encoding.UTF8.GetBytes(Text)), [])!;

        var edited = FrontMatterEdit.Apply(
            document,
            new Dictionary<string, YamlNode?>
            {
                ["title"] = FrontMatterLayout.Text("New"),
                ["expires"] = new YamlScalar("2027-03-01", true, SourceSpan.Start),
                ["summary"] = null,
                ["confluence"] = FrontMatterLayout.Of(new ConfluenceSource("EDI", "1", 2)),
            },
            Schema);

        edited.ShouldBe("---\n# Ask Wera before changing\nid: guide   # stable\nkind:  faq-article\ntitle: New\nexpires: 2027-03-01\n"
            + "confluence:\n  space: EDI\n  page: \"1\"\n  version: 2\n---\nBody.\n");
    }

    [Fact]
    public void Merges_fields_over_the_version_that_was_exported_last()
    {
        var @base = Fields("title: Old\nsummary: Old\nowner: a\nextra: 1\n");
        var ours = Read("id: guide\ntitle: Old\nsummary: Ours\nowner: mine\ntopic: t\nextra: 1\n");
        var theirs = Fields("title: New\nsummary: Old\nowner: theirs\nid: other\n");

        var (changes, conflicts) = FieldMerge.Merge(@base, ours, theirs);

        changes.ToDictionary(change => change.Key, change => (change.Value as YamlScalar)?.Text)
            .ShouldBe(new Dictionary<string, string?> { ["title"] = "New", ["extra"] = null }, ignoreOrder: true);
        conflicts.ShouldBe([new FieldConflict("owner", "owner: theirs")]);
    }

    private static Dictionary<string, YamlNode> Fields(string yaml) =>
        Read(yaml).Entries.ToDictionary(entry => entry.Key, entry => entry.Value);

    private static YamlMap Read(string yaml) => new YamlReader("test.md", 1, new List<Diagnostic>()).Read(yaml)!;
}
