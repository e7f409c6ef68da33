using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>
/// The JSON of a request: an object, and for the few routes that take one a bare array. Unknown fields are ignored, as GitHub ignores
/// them; a known field of the wrong type is refused with GitHub's "Invalid request." message.
/// </summary>
internal sealed class RequestBody(JsonNode root)
{
    public static RequestBody Empty { get; } = new(new JsonObject());

    /// <summary>The elements of a bare array; null for an object.</summary>
    public JsonArray? List => root as JsonArray;

    private JsonObject Fields => root as JsonObject ?? throw new Refusal(400, "Body should be a JSON object");

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0))
        {
            return Empty;
        }

        try
        {
            var node = await JsonNode.ParseAsync(
                request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = true });
            return node is JsonObject or JsonArray ? new RequestBody(node) : throw new Refusal(400, "Body should be a JSON object");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new Refusal(400, "Problems parsing JSON");
        }
    }

    public bool Has(string field) => Fields.ContainsKey(field);

    /// <summary>Refuses a body without these fields.</summary>
    public RequestBody Demand(params string[] fields)
    {
        var missing = fields.Where(field => !Fields.ContainsKey(field)).Select(field => $"\"{field}\"").ToList();
        return missing.Count == 0
            ? this
            : throw Invalid($"{string.Join(", ", missing)} {(missing.Count == 1 ? "wasn't" : "weren't")} supplied.");
    }

    /// <summary>A string that must be there.</summary>
    public string Text(string field) => Demand(field).TextOrNull(field) ?? throw Wrong(field, "nil", "a string");

    public string? TextOrNull(string field) => Value(field) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        var other => throw Wrong(field, Show(other), "a string"),
    };

    public string? OneOf(string field, params string[] words) => TextOrNull(field) is not { } word || words.Contains(word)
        ? TextOrNull(field)
        : throw Invalid($"{word} is not a member of {JsonSerializer.Serialize(words).Replace(",", ", ", StringComparison.Ordinal)}.");

    public long? Number(string field) => Value(field) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out long number) => number,
        var other => throw Wrong(field, Show(other), "an integer"),
    };

    public bool? Flag(string field) => Value(field) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        var other => throw Wrong(field, Show(other), "a boolean"),
    };

    public JsonObject? Object(string field) => Value(field) switch
    {
        null => null,
        JsonObject inner => inner,
        var other => throw Wrong(field, Show(other), "an object"),
    };

    public RequestBody? Inner(string field) => Object(field) is { } inner ? new RequestBody(inner) : null;

    public JsonArray? Array(string field) => Value(field) switch
    {
        null => null,
        JsonArray list => list,
        var other => throw Wrong(field, Show(other), "an array"),
    };

    /// <summary>Objects of an array.</summary>
    public IReadOnlyList<RequestBody> Items(string field) =>
        [.. (Array(field) ?? []).Select(
            (item, index) => item is JsonObject inner ? new RequestBody(inner) : throw Wrong($"{field}/{index}", Show(item), "an object"))];

    /// <summary>Strings of an array; null where the field is absent.</summary>
    public IReadOnlyList<string>? Texts(string field) => Array(field) is not { } list ? null :
        [.. list.Select((item, index) => item is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Wrong($"{field}/{index}", Show(item), "a string"))];

    /// <summary>The field as it came, for what is kept verbatim.</summary>
    public JsonNode? Value(string field) => Fields.TryGetPropertyValue(field, out var value) ? value : null;

    private static Refusal Wrong(string field, string value, string type) => Invalid($"For 'properties/{field}', {value} is not {type}.");

    private static Refusal Invalid(string problem) => new(422, $"Invalid request.\n\n{problem}");

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "nil";
}
