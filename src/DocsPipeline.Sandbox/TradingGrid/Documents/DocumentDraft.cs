using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Partners;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>What a client sends as a revision.</summary>
internal sealed record DocumentDraft
{
    public required string Kind { get; init; }

    public required string ManagedBy { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string Language { get; init; } = "en";

    public required Audience Audience { get; init; }

    public required DocumentContent Content { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public IReadOnlyList<AttachmentRef> Attachments { get; init; } = [];

    public TestPlan? TestPlan { get; init; }

    public bool AcknowledgementRequired { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public IReadOnlyList<string> Supersedes { get; init; } = [];

    public IReadOnlyList<string> Related { get; init; } = [];

    public string? Fingerprint { get; init; }

    public Source? Source { get; init; }

    public IReadOnlyList<ExternalRef> ExternalRefs { get; init; } = [];
}

internal sealed record DocumentContent(string Html, string ContentSha256);

internal sealed record Fact(string Name, string Label, string Value);

internal sealed record Source(
    string Repository, string? Path, string Commit, int? PullRequest, IReadOnlyList<string>? Approvers, string? ConfluencePage,
    int? ConfluenceVersion);
