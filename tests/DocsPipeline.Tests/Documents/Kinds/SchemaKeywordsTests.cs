using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Snapshots;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace DocsPipeline.Tests.Documents.Kinds;

/// <summary>What a schema says is checked, or the schema is refused: a rule that is silently read past protects nobody.</summary>
public sealed class SchemaKeywordsTests
{
    private const string Faq = "schemas/kinds/faq-article.schema.json";

    [Theory]
    [InlineData("""{"const": 1}""", "const")]
    [InlineData("""{"if": {}, "then": {}}""", "if", "then")]
    [InlineData("""{"properties": {"a": {"contains": {}}}}""", "contains")]
    [InlineData("""{"definitions": {"a": {"items": {"propertyNames": {}}}}}""", "propertyNames")]
    [InlineData("""{"oneOf": [{"dependencies": {}}, {"not": {"const": 1}}]}""", "dependencies", "const")]
    [InlineData("""{"allOf": [{"additionalProperties": {"dependentRequired": {}}}]}""", "dependentRequired")]
    [InlineData("""{"patternProperties": {"^a": {"items": [{"unevaluatedItems": false}]}}}""", "unevaluatedItems")]
    [InlineData("""{"maxItems": 0}""", "maxItems")]
    [InlineData("""{"maxProperties": 0}""", "maxProperties")]
    [InlineData("""{"properties": {"const": {"type": "string"}}}""")]
    [InlineData("""{"x-import": {"const": 1}, "enum": [{"const": 1}]}""")]
    public void Keywords_that_would_not_be_checked_are_found_at_any_depth(string schema, params string[] keywords) =>
        SchemaKeywords.Faults(Faq, JObject.Parse(schema)).Select(fault => fault.Message)
            .ShouldBe(keywords.Select(name => $"keyword `{name}` is not enforced"));

    [Theory]
    [InlineData("""{"properties": {"a": true}}""")]
    [InlineData("""{"items": false}""")]
    public void A_schema_that_is_true_or_false_is_refused(string schema) =>
        SchemaKeywords.Faults(Faq, JObject.Parse(schema)).Count().ShouldBe(1);

    [Theory]
    [InlineData("""{"type": "string"}""", "1")]
    [InlineData("""{"format": "date"}""", "\"x\"")]
    [InlineData("""{"pattern": "^a"}""", "\"b\"")]
    [InlineData("""{"enum": ["a"]}""", "\"b\"")]
    [InlineData("""{"minLength": 2}""", "\"b\"")]
    [InlineData("""{"maxLength": 0}""", "\"b\"")]
    [InlineData("""{"minimum": 2}""", "1")]
    [InlineData("""{"maximum": 0}""", "1")]
    [InlineData("""{"multipleOf": 2}""", "1")]
    [InlineData("""{"items": {"type": "string"}}""", "[1]")]
    [InlineData("""{"minItems": 2}""", "[1]")]
    [InlineData("""{"maxItems": 1}""", "[1, 1]")]
    [InlineData("""{"uniqueItems": true}""", "[1, 1]")]
    [InlineData("""{"properties": {"a": {"type": "string"}}}""", """{"a": 1}""")]
    [InlineData("""{"patternProperties": {"^a": {"type": "string"}}}""", """{"ab": 1}""")]
    [InlineData("""{"additionalProperties": false}""", """{"a": 1}""")]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", """{"a": 1}""")]
    [InlineData("""{"required": ["b"]}""", """{"a": 1}""")]
    [InlineData("""{"minProperties": 2}""", """{"a": 1}""")]
    [InlineData("""{"maxProperties": 1}""", """{"a": 1, "b": 1}""")]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "boolean"}]}""", "1")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "boolean"}]}""", "1")]
    [InlineData("""{"allOf": [{"type": "string"}]}""", "1")]
    [InlineData("""{"not": {"type": "integer"}}""", "1")]
    [InlineData("""{"$ref": "#/definitions/a", "definitions": {"a": {"type": "string"}}}""", "1")]
    public async Task A_keyword_that_is_let_through_holds_something_back(string schema, string value)
    {
        SchemaKeywords.Faults(Faq, JObject.Parse(schema)).ShouldBeEmpty();
        (await JsonSchema.FromJsonAsync(schema)).Validate(JToken.Parse(value)).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_repository_whose_schema_would_not_be_checked_is_stopped_at_its_line()
    {
        var files = Checkout.Files.Select(file => file.Path == Faq
            ? file with { Bytes = Encoding.UTF8.GetBytes("{\n  \"properties\": {\n    \"kind\": {\"const\": \"faq-article\"}\n  }\n}\n") }
            : file).ToList();

        var fault = Should.Throw<PipelineException>(() => new ContentSnapshot(files).Kinds.All.ToList()).Diagnostics.ShouldHaveSingleItem();

        fault.Code.ShouldBe(Catalogue.Configuration.SchemaIsBroken);
        (fault.Path, fault.Span).ShouldBe((Faq, new SourceSpan(3, 14, 7)));
    }
}
