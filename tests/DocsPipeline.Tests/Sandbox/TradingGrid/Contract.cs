using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary><c>schemas/trading-grid.openapi.yaml</c>, to hold each answer of the sandbox against.</summary>
internal static partial class Contract
{
    private static readonly Lazy<JsonObject> Loaded = new(() =>
    {
        using var reader = new StreamReader(Path.Combine(Checkout.Root, "schemas", "trading-grid.openapi.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return Convert(yaml.Documents[0].RootNode)!.AsObject();
    });

    public static JsonObject Root => Loaded.Value;

    public static IEnumerable<(string Method, string Path)> Operations =>
        from path in Root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "put" or "post" or "patch" or "delete"
        select (operation.Key.ToUpperInvariant(), path.Key);

    /// <summary>What the contract finds wrong with an answer; empty = nothing.</summary>
    public static IReadOnlyList<string> Faults(string method, string path, int status, string? mediaType, JsonElement? body)
    {
        if (Operation(method, path) is not { } operation)
        {
            return status is 404 or 405 ? [] : [$"{method} {path} is not in the contract"];
        }

        var responses = operation["responses"]!.AsObject();
        var response = Resolve(responses[status.ToString()] ?? responses["default"]);
        if (response?["content"] is not JsonObject content)
        {
            return [$"{method} {path} does not answer {status}"];
        }

        if (content["*/*"] is not null)
        {
            return [];
        }

        return content[mediaType ?? ""]?["schema"] is { } schema
            ? ContractSchema.Faults(schema, body!.Value, "")
            : [$"{method} {path} does not answer {status} as {mediaType}"];
    }

    public static JsonNode? Resolve(JsonNode? node)
    {
        while (node?["$ref"]?.GetValue<string>() is { } reference)
        {
            node = reference[2..].Split('/').Aggregate<string, JsonNode?>(Root, (place, name) => place?[name]);
        }

        return node;
    }

    private static JsonNode? Operation(string method, string path) =>
        Root["paths"]!
            .AsObject()
            .Where(known => Matches(known.Key, path))
            .OrderBy(known => known.Key.Count('{'))
            .FirstOrDefault().Value?[method.ToLowerInvariant()];

    private static bool Matches(string template, string path) =>
        Regex.IsMatch(path, $"^{Parameter().Replace(Regex.Escape(template), "[^/]+")}$");

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map =>
            new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException(),
    };

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Parameter();
}
