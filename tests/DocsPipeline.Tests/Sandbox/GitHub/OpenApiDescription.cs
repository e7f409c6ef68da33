using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>
/// GitHub's OpenAPI 3.0 description, as npm's <c>@octokit/openapi</c> carries it: finds the operation behind a call and checks the
/// answer.
/// </summary>
internal sealed partial class OpenApiDescription
{
    private readonly JsonElement root;
    private readonly List<(Regex Pattern, string Path, int Fixed)> routes = [];

    private OpenApiDescription(JsonElement root)
    {
        this.root = root;
        foreach (var path in root.GetProperty("paths").EnumerateObject().Select(one => one.Name))
        {
            var pattern = Variable().Replace(
                Regex.Escape(path).Replace("\\{", "{"),
                match => match.Groups[1].Value is "ref" or "path" or "basehead" or "branch" ? ".+" : "[^/]+");
            routes.Add((new Regex($"^{pattern}$"), path, Variable().Replace(path, "").Length));
        }

        routes.Sort((left, right) => right.Fixed.CompareTo(left.Fixed));
    }

    public static OpenApiDescription Load(string file)
    {
        using var stream = File.OpenRead(file);
        return new OpenApiDescription(JsonDocument.Parse(stream).RootElement);
    }

    /// <summary>What is wrong with an answer; nothing for one that conforms.</summary>
    public IReadOnlyList<string> Problems(string method, string path, int status, JsonElement? body)
    {
        var verb = method.ToLowerInvariant();
        var paths = root.GetProperty("paths");
        var route = routes.FirstOrDefault(one => one.Pattern.IsMatch(path) && paths.GetProperty(one.Path).TryGetProperty(verb, out _)).Path;
        if (route is null)
        {
            return [$"{method} {path} is not described"];
        }

        if (!paths.GetProperty(route).GetProperty(verb).GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            return [$"{method} {route} does not answer {status}"];
        }

        response = Resolve(response);
        if (!response.TryGetProperty("content", out var content))
        {
            return [];
        }

        var schema = (content.TryGetProperty("application/json", out var json) ? json : content.EnumerateObject().First().Value)
            .GetProperty("schema");
        return body is null ? [$"{method} {route} answered nothing"]
            : [.. Check(schema, body.Value, "$").Take(5).Select(problem => $"{method} {route} {status}: {problem}")];
    }

    private JsonElement Resolve(JsonElement node)
    {
        while (node.TryGetProperty("$ref", out var reference))
        {
            node = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));
        }

        return node;
    }

    private string[] Check(JsonElement schema, JsonElement value, string at)
    {
        schema = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        {
            return [];
        }

        return Alternatives(schema, value, at)
            ?? [.. Kind(schema, value, at), .. Members(schema, value, at), .. Elements(schema, value, at), .. Parts(schema, value, at)];
    }

    private string[]? Alternatives(JsonElement schema, JsonElement value, string at)
    {
        foreach (var word in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(word, out var choices))
            {
                var failures = choices.EnumerateArray().Select(choice => Check(choice, value, at)).ToList();
                return failures.Any(list => list.Length == 0)
                    ? null
                    : [$"{at} fits none of {failures.Count}: {string.Join(" | ", failures.Select(list => list[0]))}"];
            }
        }

        return null;
    }

    private IEnumerable<string> Parts(JsonElement schema, JsonElement value, string at) =>
        schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(part => Check(part, value, at)) : [];

    private static IEnumerable<string> Kind(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("type", out var type) && !Fits(type.GetString()!, value))
        {
            yield return $"{at} is {value.ValueKind}, not {type}";
        }
        else if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            yield return $"{at} is {value}, which is none of {words}";
        }
        else if (schema.TryGetProperty("format", out var format)
            && value.ValueKind == JsonValueKind.String && !IsFormatted(format.GetString()!, value.GetString()!))
        {
            yield return $"{at} is {value}, not a {format}";
        }
    }

    private string[] Members(JsonElement schema, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))
                .Select(name => $"{at}.{name} is missing")
            : [];
        var wrong = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().SelectMany(
                member => value.TryGetProperty(member.Name, out var inner) ? Check(member.Value, inner, $"{at}.{member.Name}") : [])
            : [];
        return [.. missing, .. wrong];
    }

    private IEnumerable<string> Elements(JsonElement schema, JsonElement value, string at) =>
        value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((element, index) => Check(items, element, $"{at}[{index}]"))
            : [];

    private static bool Fits(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => true,
    };

    private static bool IsFormatted(string format, string text) => format switch
    {
        "date-time" => DateTimeOffset.TryParse(text, out _) && text.Contains('T'),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) || text.Length == 0,
        _ => true,
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Variable();
}
