using System.Text.Json;
using System.Text.Json.Serialization;
using DocsPipeline.Documents;

namespace DocsPipeline.Sync.Ledger;

/// <summary>
/// What the ledger remembers of one document in one community: which revision partners have, what it was made of and who approved it.
/// <see cref="Previous"/> is the hash of the receipt before it, so that a rewritten past shows.
/// </summary>
public sealed record Receipt
{
    public required string Community { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>Id of the document in git; several publications can come from one.</summary>
    public required string Document { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required string Path { get; init; }

    public required ReceiptState State { get; init; }

    /// <summary>The community's revision number, from 1.</summary>
    public required int Revision { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<string> Partners { get; init; }

    /// <summary>The document's classification when it went out; a later run may not forget it.</summary>
    public required string Protection { get; init; }

    public required string HtmlHash { get; init; }

    /// <summary>The hash of all that partners got or were let in by; see the planned publication.</summary>
    public required string ContentHash { get; init; }

    public required string Commit { get; init; }

    public int? PullRequest { get; init; }

    public IReadOnlyList<string> Approvers { get; init; } = [];

    public string? ConfluencePage { get; init; }

    public int? ConfluenceVersion { get; init; }

    public required string Url { get; init; }

    public string? SupersededBy { get; init; }

    public string Previous { get; init; } = "";

    /// <summary>SHA-256 of this receipt without its hash, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";

    public (string Community, string ExternalId) Key => (Community, ExternalId);

    /// <summary>The same as the next link of a hash chain.</summary>
    public Receipt ChainedTo(string previous)
    {
        var open = this with { Previous = previous, Hash = "" };
        return open with { Hash = open.ComputeHash() };
    }

    public bool IsIntact => Hash == (this with { Hash = "" }).ComputeHash();

    private string ComputeHash() => Digest.Of(JsonSerializer.SerializeToUtf8Bytes(this, LedgerJson.Default.Receipt));
}

public enum ReceiptState
{
    Published,
    Superseded,
    Archived,
}

/// <summary>How the ledger is written: stable property order, one line a receipt, so that <c>git diff</c> shows documents.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(LedgerRun))]
internal sealed partial class LedgerJson : JsonSerializerContext;
