using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

/// <summary>A partner asks, the sponsor answers once.</summary>
internal sealed record Question : Resource, IEventSubject
{
    public static string EventType => "question";

    public static string EventPath => "questions";

    public string Number { get; init; } = "";

    public required string PartnerId { get; init; }

    public required Person Reporter { get; init; }

    /// <summary>External id of the document it is about.</summary>
    public string? Document { get; init; }

    public int? Revision { get; init; }

    public required string Body { get; init; }

    public QuestionAnswer? Answer { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}

internal sealed record QuestionAnswer(string Body, string? Document, DateTimeOffset AnsweredAt, Actor AnsweredBy);
