using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

/// <summary>One go through a test plan.</summary>
internal sealed record TestRun : Resource, IEventSubject
{
    public static string EventType => "testrun";

    public static string EventPath => "test-runs";

    public string Number { get; init; } = "";

    public required string PlanId { get; init; }

    /// <summary>External id of the document that carries the plan.</summary>
    public string? Document { get; init; }

    public int? Revision { get; init; }

    public required string PartnerId { get; init; }

    public Person? Reporter { get; init; }

    public string? Comment { get; init; }

    public required IReadOnlyList<TestResult> Results { get; init; }

    public string Outcome { get; init; } = "incomplete";

    public Certification? Certification { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}

internal sealed record TestResult
{
    public required string TestCaseId { get; init; }

    /// <summary>passed, failed or blocked.</summary>
    public required string Status { get; init; }

    public string? AckStatus { get; init; }

    public IReadOnlyList<string> Errors { get; init; } = [];

    public string? Evidence { get; init; }
}

internal sealed record Certification(DateTimeOffset CertifiedAt, Actor CertifiedBy, DateOnly ValidUntil);
