using System.Globalization;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.Confluence;

/// <summary>
/// Checks JSON against a schema of an OpenAPI 3.0 description: types, formats, enumerations, required fields, and also that there is no
/// field that the description does not know.
/// </summary>
internal sealed class OpenApiCheck(JsonElement description)
{
    public IEnumerable<string> Faults(string method, string template, int status, JsonElement answer)
    {
        if (!description.GetProperty("paths").TryGetProperty(template, out var path)
            || !path.GetProperty(method.ToLowerInvariant()).GetProperty("responses").TryGetProperty($"{status}", out var response))
        {
            return [$"{method} {template} does not describe status {status}"];
        }

        return response.TryGetProperty("content", out var content)
            && content.TryGetProperty("application/json", out var json)
            && json.TryGetProperty("schema", out var schema)
            ? Check(answer, [schema], $"{method} {template} ").ToList()
            : [];
    }

    // Several schemas at once stand for allOf: a field is known when one of them knows it.
    private IEnumerable<string> Check(JsonElement value, IReadOnlyList<JsonElement> schemas, string where)
    {
        var flat = schemas.SelectMany(Flatten).ToList();
        if (flat.FirstOrDefault(schema => schema.TryGetProperty("oneOf", out _)) is { ValueKind: JsonValueKind.Object } choice)
        {
            return choice.GetProperty("oneOf").EnumerateArray().Any(option => !Check(value, [option], where).Any())
                ? []
                : [$"{where}: fits none of oneOf"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null =>
                flat.Any(schema => schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean()) || flat.All(Untyped)
                    ? []
                    : [$"{where}: null"],
            JsonValueKind.Object => flat.All(Untyped) ? [] : Fields(value, flat, where),
            JsonValueKind.Array => Type(flat, "array") is { } list
                ? value.EnumerateArray().SelectMany((item, index) => Check(item, [list.GetProperty("items")], $"{where}[{index}]"))
                : flat.All(Untyped) ? [] : [$"{where}: an array"],
            _ => flat.SelectMany(schema => Scalar(value, schema, where)),
        };
    }

    private IEnumerable<JsonElement> Flatten(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.Split('/').Skip(1).Aggregate(description, (element, name) => element.GetProperty(name));
        }

        return schema.TryGetProperty("allOf", out var all) ? all.EnumerateArray().SelectMany(Flatten) : [schema];
    }

    private IEnumerable<string> Fields(JsonElement value, List<JsonElement> schemas, string where)
    {
        foreach (var required in schemas
            .Where(schema => schema.TryGetProperty("required", out _))
            .SelectMany(schema => schema.GetProperty("required").EnumerateArray()))
        {
            if (!value.TryGetProperty(required.GetString()!, out _))
            {
                yield return $"{where}: {required} is missing";
            }
        }

        foreach (var field in value.EnumerateObject())
        {
            var known = schemas.Where(schema =>
                schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out _))
                .Select(schema => schema.GetProperty("properties").GetProperty(field.Name)).ToList();
            var others = schemas.Where(schema =>
                schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.Object)
                .Select(schema => schema.GetProperty("additionalProperties")).ToList();
            if (known.Count + others.Count == 0)
            {
                if (schemas.Any(schema => schema.TryGetProperty("properties", out _)))
                {
                    yield return $"{where}.{field.Name}: not described";
                }

                continue;
            }

            foreach (var fault in Check(field.Value, known.Count > 0 ? known : others, $"{where}.{field.Name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Scalar(JsonElement value, JsonElement schema, string where)
    {
        var type = schema.TryGetProperty("type", out var named) ? named.GetString() : null;
        var fits = type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            null => true,
            _ => false,
        };
        if (!fits)
        {
            yield return $"{where}: {value.GetRawText()} is no {type}";
        }
        else if (schema.TryGetProperty("enum", out var allowed)
            && allowed.EnumerateArray().All(each => each.GetRawText() != value.GetRawText()))
        {
            yield return $"{where}: {value} is not in the enumeration";
        }
        else if (schema.TryGetProperty("format", out var format))
        {
            var right = format.GetString() switch
            {
                "date-time" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
                "int32" => value.TryGetInt32(out _),
                _ => true,
            };
            if (!right)
            {
                yield return $"{where}: {value} is no {format}";
            }
        }
    }

    private static JsonElement? Type(List<JsonElement> schemas, string type) =>
        schemas.FirstOrDefault(schema =>
            schema.TryGetProperty("type", out var named) && named.GetString() == type) is { ValueKind: JsonValueKind.Object } found
            ? found
            : null;

    private static bool Untyped(JsonElement schema) => !schema.TryGetProperty("type", out _) && !schema.TryGetProperty("properties", out _);
}
