using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

/// <summary>"Was this helpful", about one revision.</summary>
internal sealed record Feedback : Resource, IEventSubject
{
    public static string EventType => "feedback";

    public static string EventPath => "feedback";

    public required string PartnerId { get; init; }

    public required Person Reporter { get; init; }

    /// <summary>External id.</summary>
    public required string Document { get; init; }

    public int Revision { get; init; }

    public bool Helpful { get; init; }

    public string? Comment { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}
