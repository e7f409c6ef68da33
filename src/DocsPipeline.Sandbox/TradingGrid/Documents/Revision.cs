using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>One revision of a document with all it says.</summary>
internal sealed record Revision : Resource
{
    public required string DocumentId { get; init; }

    public int Number { get; init; }

    /// <summary>draft, scheduled, published or superseded.</summary>
    public string State { get; init; } = "draft";

    /// <summary>As it was sent, with the HTML as the server rewrote it.</summary>
    public required DocumentDraft Draft { get; init; }

    /// <summary>Of the HTML as the server rewrote it.</summary>
    public required string StoredSha256 { get; init; }

    /// <summary>Of the request's own HTML and everything beside it: an equal draft is the same draft.</summary>
    public required string SentSha256 { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public Actor? PublishedBy { get; init; }

    public static string NameOf(string documentId, int number) => $"{documentId}/{number:D6}";
}
