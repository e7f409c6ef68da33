using System.Text.Json.Serialization;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Ledger;

/// <summary>
/// What the ledger remembers of one imported thing. It is written empty before anything is made (the claim): where a claim has no issue, an
/// earlier run may have made one and died, and it has to be looked for before another is made.
/// </summary>
public sealed record ImportRecord(ItemKind Type, string Id)
{
    /// <summary>The item's version that was carried over last; 0 for a mere claim.</summary>
    public int Version { get; init; }

    public int? Issue { get; init; }

    /// <summary>SHA-256 of what the issue says.</summary>
    public string? IssueSha256 { get; init; }

    public string? Page { get; init; }

    /// <summary>The version of the page that we wrote; a higher one means that people edited it.</summary>
    public int? PageVersion { get; init; }

    /// <summary>SHA-256 of the Markdown that the page was made of.</summary>
    public string? PageSha256 { get; init; }

    [JsonIgnore]
    public ItemReference Reference => new(Type, Id);
}

/// <summary>How far the feed has been read; null from the beginning.</summary>
public sealed record ImportCursor(string? Cursor);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImportRecord))]
[JsonSerializable(typeof(ImportCursor))]
internal sealed partial class ImportJson : JsonSerializerContext;
