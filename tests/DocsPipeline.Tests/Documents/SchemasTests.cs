using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace DocsPipeline.Tests.Documents;

/// <summary>What the schemas promise to editors (help on every field) and to the validator (nothing it would silently not
/// enforce).</summary>
public sealed class SchemasTests
{
    private static readonly string[] Kinds =
    [
        "case-record", "certification-criteria", "change-plan", "communication-template", "compliance-checklist", "defect-log",
        "edi-setup-guide",
        "escalation-procedure", "faq-article", "notice", "onboarding-playbook", "partner-agreement", "post-incident-review",
        "process-change",
        "readiness-checklist", "release-notes", "support-contacts", "test-instructions", "test-plan", "test-schedule",
        "transaction-specification",
        "troubleshooting-article",
    ];

    // NJsonSchema 10.7.2 reads past everything else, so a rule written with another keyword would hold nothing back.
    private static readonly HashSet<string> Enforced =
    [
        "$schema", "$ref", "definitions", "title", "description", "examples", "type", "format", "pattern", "enum", "minLength", "maxLength",
        "minimum", "maximum",
        "items", "minItems", "maxItems", "uniqueItems", "properties", "patternProperties", "additionalProperties", "required",
        "minProperties", "oneOf",
        "x-section", "x-publication", "x-partner-facing", "x-publish-as", "x-import",
    ];

    private static readonly string[] CommonFields =
        ["id", "title", "summary", "owner", "effective", "expires", "review-by", "supersedes", "related", "confluence"];

    public static TheoryData<string> Files =>
        [.. Checkout.Files.Where(file => file.Path.EndsWith(".schema.json", StringComparison.Ordinal)).Select(file => file.Path)];

    public static TheoryData<string> KindNames => [.. Kinds];

    [Fact]
    public void There_is_one_schema_for_each_kind() => Checkout.Kinds.Names.ShouldBe(Kinds);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_field_explains_itself_and_shows_an_example(string path)
    {
        var mute = Fields(Parse(path))
            .Where(field =>
                field["$ref"] is null
                    && (field["title"] is null || ((string?)field["description"] ?? "").Length < 8
                        || field["examples"] is not JArray { Count: > 0 }))
            .Select(field => field.Path);
        mute.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_example_obeys_its_own_schema(string path)
    {
        var definitions = Parse("schemas/common.schema.json")["definitions"]!;
        foreach (var field in Fields(Parse(path)).Where(field => field["examples"] is not null))
        {
            var schema = (JObject)field.DeepClone();
            schema["definitions"] = definitions.DeepClone();
            var text = schema.ToString().Replace("../common.schema.json#", "#", StringComparison.Ordinal);
            var checker = await JsonSchema.FromJsonAsync(text);
            foreach (var example in field["examples"]!)
            {
                checker.Validate(example.DeepClone()).Select(fault => $"{field.Path}: {fault}").ShouldBeEmpty();
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_keywords_that_the_validator_enforces_are_used(string path) =>
        Keywords(Parse(path)).Where(keyword => !Enforced.Contains(keyword)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void No_object_takes_unknown_fields(string path) =>
        Parse(path).DescendantsAndSelf().OfType<JObject>()
            .Where(node => node["type"] is JValue { Value: "object" } && node["additionalProperties"] is not JValue { Value: false })
            .Select(node => node.Path).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_kind_names_itself_and_repeats_the_common_fields_by_reference(string name)
    {
        var schema = Parse($"schemas/kinds/{name}.schema.json");
        schema["properties"]!["kind"]!["enum"]!.ToObject<string[]>().ShouldBe([name]);
        foreach (var field in CommonFields)
        {
            ((string?)schema["properties"]![field]!["$ref"]).ShouldBe($"../common.schema.json#/definitions/{field}");
        }

        schema["required"]!.ToObject<string[]>()![..6].ShouldBe(["id", "kind", "title", "summary", "classification", "owner"]);
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_kind_that_is_never_published_cannot_name_an_audience(string name)
    {
        var schema = Parse($"schemas/kinds/{name}.schema.json");
        var never = (string?)schema["x-publication"]!["rule"] == "never";
        (schema["properties"]!["audience"] is null).ShouldBe(never);
        if (never)
        {
            schema["properties"]!["classification"]!["enum"]!.ToObject<string[]>().ShouldBe(["internal"]);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_template_that_an_import_names_is_there(string path)
    {
        var templates = Parse(path).Descendants().OfType<JProperty>()
            .Where(property => property.Name == "template" && property.Value.Type is JTokenType.String);
        foreach (var template in templates)
        {
            Checkout.Files.Select(file => file.Path).ShouldContain($"schemas/templates/{template.Value}");
        }
    }

    private static JObject Parse(string path)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(
            Checkout.Files.Single(file => file.Path == path).Bytes.Span)))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JObject.Load(reader);
    }

    // Whatever stands in `properties` or `definitions` is a field; `properties` inside oneOf only narrows fields that are explained
    // elsewhere.
    private static IEnumerable<JObject> Fields(JObject node) =>
        node.DescendantsAndSelf().OfType<JObject>().Where(field =>
            field.Parent is JProperty { Parent: JObject { Parent: JProperty { Name: "properties" or "definitions" } } }
            && !field.Path.Contains("oneOf", StringComparison.Ordinal));

    private static IEnumerable<string> Keywords(JObject schema)
    {
        foreach (var property in schema.Properties())
        {
            yield return property.Name;
            var inner = property.Name switch
            {
                "properties" or "definitions" or "patternProperties" => property.Value.Children<JProperty>().Select(child => child.Value),
                "items" => [property.Value],
                "oneOf" => property.Value.Children(),
                _ => [],
            };
            foreach (var keyword in inner.OfType<JObject>().SelectMany(Keywords))
            {
                yield return keyword;
            }
        }
    }
}
