using System.Globalization;
using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>
/// A JSON object read field by field. A field of another type is refused, so is a missing one, and <see cref="End"/> refuses whatever was
/// not asked for: a client with a wrong name must not believe that it was understood.
/// </summary>
internal sealed class Fields
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly JsonElement element;
    private readonly string path;

    public Fields(JsonElement element, string path)
    {
        this.element = element;
        this.path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.Invalid(path.Length == 0 ? "The request body must be a JSON object" : Wrong(path, "object"));
        }
    }

    public bool Has(string name) => OptionalAny(name) is not null;

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name) => OptionalAny(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Refusal.Invalid(Wrong(Path(name), "string"));

    /// <summary>An id: text with digits.</summary>
    public string? OptionalId(string name) => OptionalText(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? text
            : throw Refusal.Invalid(Wrong(Path(name), "long"));

    public string Id(string name) => OptionalId(name) ?? throw Missing(name);

    public int Number(string name) => OptionalAny(name) is not { } value ? throw Missing(name)
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Refusal.Invalid(Wrong(Path(name), "int"));

    public bool? OptionalFlag(string name) => OptionalAny(name) is not { } value ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Refusal.Invalid(Wrong(Path(name), "boolean"));

    public Fields Object(string name) => OptionalObject(name) ?? throw Missing(name);

    public Fields? OptionalObject(string name) => OptionalAny(name) is { } value ? new Fields(value, Path(name)) : null;

    public IReadOnlyList<JsonElement> Items(string name) => OptionalItems(name) ?? throw Missing(name);

    public IReadOnlyList<JsonElement>? OptionalItems(string name) => OptionalAny(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : throw Refusal.Invalid(Wrong(Path(name), "array"));

    public JsonElement Any(string name) => OptionalAny(name) ?? throw Missing(name);

    public JsonElement? OptionalAny(string name)
    {
        known.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>Fields that the real system takes and that change nothing here.</summary>
    public Fields Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            known.Add(name);
        }

        return this;
    }

    public void End()
    {
        foreach (var field in element.EnumerateObject().Where(field => !known.Contains(field.Name)))
        {
            throw Refusal.Invalid($"Unrecognized field '{Path(field.Name)}' in the request body");
        }
    }

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private Refusal Missing(string name) => Refusal.Invalid($"Required field '{Path(name)}' is missing");

    private static string Wrong(string path, string type) =>
        $"Provided value for '{path}' is not the correct type. Expected type is {type}";
}
