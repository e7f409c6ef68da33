using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>JSON on the wire and in the store: camel case, every property present, times in UTC with a <c>Z</c>.</summary>
internal static class GridJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters = { new UtcTime() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    public static T Read<T>(JsonElement element) => element.Deserialize<T>(Options)!;

    public static JsonObject Node<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    public static JsonNode? AnyNode<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    /// <summary>The value with the properties of the body laid over it: what PATCH means here.</summary>
    public static T Overlay<T>(T value, JsonElement body)
    {
        var node = Node(value);
        foreach (var property in body.EnumerateObject())
        {
            node[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return node.Deserialize<T>(Options)!;
    }

    private sealed class UtcTime : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.Parse(
                reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
    }
}
