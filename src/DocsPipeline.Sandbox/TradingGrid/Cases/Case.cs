using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Cases;

/// <summary>What went wrong for one partner.</summary>
internal sealed record Case : Resource, IEventSubject
{
    public static string EventType => "case";

    public static string EventPath => "cases";

    public string Number { get; init; } = "";

    public required string PartnerId { get; init; }

    public required string Category { get; init; }

    public int Severity { get; init; }

    public string Status { get; init; } = "new";

    public required string Subject { get; init; }

    public required string Description { get; init; }

    public string Environment { get; init; } = "production";

    public TransactionRef? TransactionRef { get; init; }

    public Person? Reporter { get; init; }

    public DateTimeOffset? SlaDueAt { get; init; }

    public IReadOnlyList<Comment> Comments { get; init; } = [];

    public IReadOnlyList<CaseFile> Attachments { get; init; } = [];

    /// <summary>External ids of documents that help.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public Resolution? Resolution { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}

/// <summary>Which interchange it is about.</summary>
internal sealed record TransactionRef
{
    public string? Standard { get; init; }

    public string? Set { get; init; }

    public string? Version { get; init; }

    public string? InterchangeControlNumber { get; init; }

    public string? GroupControlNumber { get; init; }

    public string? TransactionControlNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public string? AckStatus { get; init; }

    public string? As2MessageId { get; init; }
}

/// <summary>A partner user, as others see him or her.</summary>
internal sealed record Person(string UserId, string Name, string Email);

internal sealed record Comment(
    string Id, string Body, string Visibility, Actor Author, string AuthorName, IReadOnlyList<ExternalRef> ExternalRefs,
    DateTimeOffset CreatedAt);

internal sealed record CaseFile(string Sha256, string FileName, string Visibility, Actor AddedBy, DateTimeOffset AddedAt);

internal sealed record Resolution(
    string RootCauseCategory, string RootCause, IReadOnlyList<string> Steps, string? PartnerSummary, DateTimeOffset ResolvedAt,
    Actor ResolvedBy);
