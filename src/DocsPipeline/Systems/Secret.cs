using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Systems;

/// <summary>
/// A credential. It has no text and no JSON of its own: only <see cref="Reveal"/>, which one request handler and one git call use, gives it
/// away.
/// </summary>
[JsonConverter(typeof(HiddenInJson))]
public sealed class Secret(string value)
{
    private const string Hidden = "***";

    public string Reveal() => value;

    public override string ToString() => Hidden;

    /// <summary>The text without the secrets, should a remote system have echoed one.</summary>
    public static string Redact(string text, IEnumerable<Secret> secrets) =>
        secrets.Aggregate(
            text, (rest, secret) => secret.Reveal().Length < 4 ? rest : rest.Replace(secret.Reveal(), Hidden, StringComparison.Ordinal));

    private sealed class HiddenInJson : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("secrets are never read from JSON");

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(Hidden);
    }
}
