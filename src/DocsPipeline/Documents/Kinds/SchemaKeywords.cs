using System.Collections.Frozen;
using DocsPipeline.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents.Kinds;

/// <summary>
/// The keywords that the validator enforces, and those that only explain. It reads past every other one, so that a rule written with it
/// would hold nothing back; and it stops at a schema that is <c>true</c> or <c>false</c>.
/// </summary>
internal static class SchemaKeywords
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "$schema", "$id", "$ref", "$comment", "definitions", "title", "description", "examples", "default", "readOnly", "deprecated",
        "type", "format", "pattern", "enum", "minLength", "maxLength", "minimum", "maximum", "multipleOf", "items", "minItems", "maxItems",
        "uniqueItems", "properties", "patternProperties", "additionalProperties", "required", "minProperties", "maxProperties",
        "oneOf", "anyOf", "allOf", "not",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A diagnostic at each keyword, at any depth, that would not be checked.</summary>
    public static IEnumerable<Diagnostic> Faults(string path, JObject schema) => Below(schema).Select(place => place is JProperty keyword
        ? Catalogue.Configuration.SchemaIsBroken.At(path, SpanOf(keyword), $"keyword `{keyword.Name}` is not enforced",
            help: "say it with one of the keywords that schemas/README.md lists", notes: "documents that break this rule would pass unseen")
        : Catalogue.Configuration.SchemaIsBroken.At(path, SpanOf(place), "schema is neither an object nor a reference",
            help: "write `{}` for anything at all, or take the field out"));

    private static IEnumerable<JToken> Below(JToken schema)
    {
        if (schema is not JObject keywords)
        {
            return [schema];
        }

        return keywords.Properties().SelectMany(keyword => keyword.Name switch
        {
            "properties" or "patternProperties" or "definitions" when keyword.Value is JObject named =>
                named.PropertyValues().SelectMany(Below),
            "items" or "not" => keyword.Value is JArray tuple ? tuple.SelectMany(Below) : Below(keyword.Value),
            "oneOf" or "anyOf" or "allOf" when keyword.Value is JArray several => several.SelectMany(Below),
            "additionalProperties" when keyword.Value is JObject => Below(keyword.Value),
            _ => IsEnforced(keyword) ? [] : new JToken[] { keyword },
        });
    }

    // The validator takes a limit of none for one that was not set.
    private static bool IsEnforced(JProperty keyword) => keyword.Name.StartsWith("x-", StringComparison.Ordinal)
        || (Known.Contains(keyword.Name) && keyword is not { Name: "maxItems" or "maxProperties", Value: JValue { Value: 0L } });

    // The reader stands behind the colon of a property's name, and behind any other value.
    private static SourceSpan SpanOf(JToken place)
    {
        var (line, length) = ((IJsonLineInfo)place, place is JProperty keyword ? keyword.Name.Length + 2 : place.ToString().Length);
        var column = line.LinePosition - length + (place is JProperty ? 0 : 1);
        return line.HasLineInfo() ? new SourceSpan(line.LineNumber, Math.Max(1, column), length) : SourceSpan.Start;
    }
}
