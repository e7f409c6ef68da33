using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

/// <summary>A partner user confirmed to have read one revision.</summary>
internal sealed record Acknowledgement : Resource
{
    /// <summary>External id.</summary>
    public required string Document { get; init; }

    public int Revision { get; init; }

    public required string PartnerId { get; init; }

    public required Person User { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public object Wire => new { Id, Document, Revision, PartnerId, User, At = CreatedAt };

    public static string NameOf(string document, int revision, string user) => $"{document}/{revision:D6}/{user}";
}
