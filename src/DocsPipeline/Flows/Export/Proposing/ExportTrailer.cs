using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Flows.Export.Proposing;

/// <summary>
/// What one commit of the export did to one document, as a trailer of the commit: <c>Exported:
/// {"path":"content/faq/asn.md","event":"new"}</c>. The sentences of a commit's message are for people and are never read back.
/// </summary>
internal sealed record ExportTrailer(string Path, string Event)
{
    private const string Key = "Exported: ";

    /// <summary>One line with its line end.</summary>
    public override string ToString() => $"{Key}{JsonSerializer.Serialize(this, ExportTrailerJson.Default.ExportTrailer)}\n";

    /// <summary>The trailers in the last paragraph of a message; a line that is none, or was spoilt by people, says nothing.</summary>
    public static IEnumerable<ExportTrailer> Read(string message) =>
        message.TrimEnd().Split("\n\n")[^1].Split('\n')
            .Where(line => line.StartsWith(Key, StringComparison.Ordinal))
            .Select(line => Parse(line[Key.Length..]))
            .OfType<ExportTrailer>();

    private static ExportTrailer? Parse(string json)
    {
        try
        {
            var trailer = JsonSerializer.Deserialize(json, ExportTrailerJson.Default.ExportTrailer);
            return trailer is { Path: not null, Event: not null } ? trailer : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ExportTrailer))]
internal sealed partial class ExportTrailerJson : JsonSerializerContext;
