using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>
/// The part of JSON Schema 2020-12 that the contract uses. A keyword it does not know is an error, so that nothing is checked in appearance
/// only.
/// </summary>
internal static class ContractSchema
{
    private static readonly HashSet<string> Notes = ["description", "examples", "default", "$ref"];

    public static IReadOnlyList<string> Faults(JsonNode schema, JsonElement value, string at) =>
    [
        .. schema["$ref"] is null ? [] : Faults(Contract.Resolve(schema)!, value, at),
        .. schema.AsObject().Where(pair => !Notes.Contains(pair.Key)).SelectMany(pair => Keyword(schema, pair.Key, pair.Value, value, at)),
    ];

    private static IEnumerable<string> Keyword(JsonNode schema, string keyword, JsonNode? rule, JsonElement value, string at) =>
        keyword switch
        {
            "type" => Types(rule!).Any(type => Is(type, value)) ? [] : [$"{at}: {value.ValueKind} is not {rule!.ToJsonString()}"],
            "enum" => rule!.AsArray().Any(word => JsonNode.DeepEquals(word, Node(value))) ? [] : [$"{at}: {value} is not in the list"],
            "anyOf" => rule!.AsArray().Any(choice => Faults(choice!, value, at).Count == 0)
                ? [] : [$"{at}: fits no alternative", .. rule.AsArray().SelectMany(choice => Faults(choice!, value, at))],
            "required" => Missing(rule!, value).Select(name => $"{at}/{name}: is missing"),
            "properties" =>
                Members(value)
                    .Where(member => rule![member.Name] is not null)
                    .SelectMany(member => Faults(rule![member.Name]!, member.Value, $"{at}/{member.Name}")),
            "additionalProperties" => Members(value).Where(member => schema["properties"]?[member.Name] is null).SelectMany(member =>
                rule is JsonObject ? Faults(rule, member.Value, $"{at}/{member.Name}") : [$"{at}/{member.Name}: is not in the contract"]),
            "items" =>
                value.ValueKind != JsonValueKind.Array
                    ? []
                    : value.EnumerateArray().Index().SelectMany(item => Faults(rule!, item.Item, $"{at}/{item.Index}")),
            "pattern" =>
                value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule!.GetValue<string>())
                    ? []
                    : [$"{at}: {value} does not match {rule}"],
            "format" => Formatted(rule!.GetValue<string>(), value) ? [] : [$"{at}: {value} is no {rule}"],
            "minLength" or "maxLength" =>
                value.ValueKind != JsonValueKind.String || Within(keyword, value.GetString()!.Length, rule!)
                    ? []
                    : [$"{at}: has the wrong length"],
            "minItems" or "maxItems" =>
                value.ValueKind != JsonValueKind.Array || Within(keyword, value.GetArrayLength(), rule!)
                    ? []
                    : [$"{at}: has the wrong number of items"],
            "minimum" or "maximum" =>
                value.ValueKind != JsonValueKind.Number || Within(keyword, value.GetInt32(), rule!) ? [] : [$"{at}: is out of range"],
            "minProperties" or "maxProperties" => [],
            _ => [$"the contract uses {keyword}, which nobody checks"],
        };

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray list ? list.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static bool Formatted(string format, JsonElement value) => value.ValueKind != JsonValueKind.String || format switch
    {
        "date-time" => value.GetString()!.EndsWith('Z') && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _),
        "email" => value.GetString()!.Contains('@'),
        _ => false,
    };

    private static bool Within(string keyword, int number, JsonNode rule) =>
        keyword.StartsWith("min", StringComparison.Ordinal) ? number >= rule.GetValue<int>() : number <= rule.GetValue<int>();

    private static IEnumerable<string> Missing(JsonNode names, JsonElement value) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : names.AsArray().Select(name => name!.GetValue<string>()).Where(name => !value.TryGetProperty(name, out _));

    private static List<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject()] : [];

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText());
}
