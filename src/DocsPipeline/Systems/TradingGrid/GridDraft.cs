using DocsPipeline.Documents;

namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// What partners will read once it is published. <see cref="ManagedBy"/> is the ownership marker; <see cref="Fingerprint"/> is of our own
/// making (<see cref="DraftFingerprint"/>) and comes back in listings.
/// </summary>
public sealed record GridDraft(string Kind, string ManagedBy, string Title, GridAudience Audience, DraftContent Content)
{
    public string? Summary { get; init; }

    public string Language { get; init; } = "en";

    public IReadOnlyList<GridFact> Facts { get; init; } = [];

    public IReadOnlyList<FileRef> Attachments { get; init; } = [];

    public TestPlan? TestPlan { get; init; }

    public bool AcknowledgementRequired { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public IReadOnlyList<string> Supersedes { get; init; } = [];

    public IReadOnlyList<string> Related { get; init; } = [];

    public string? Fingerprint { get; init; }

    public GridSource? Source { get; init; }
}

/// <summary>A sanitised HTML fragment with the SHA-256 of its UTF-8 bytes.</summary>
public sealed record DraftContent(string Html, string ContentSha256)
{
    public static DraftContent Of(string html) => new(html, Digest.Of(html));
}

/// <summary>A partner-facing front matter field, shown beside the text.</summary>
public sealed record GridFact(string Name, string Label, string Value);

/// <summary>A file uploaded before, under the name that partners see.</summary>
public sealed record FileRef(string Sha256, string FileName);

/// <summary>Lets partners record results case by case.</summary>
public sealed record TestPlan(string PlanId, IReadOnlyList<TestCase> TestCases);

public sealed record TestCase(string Id, string Title, string? Transaction = null, bool Mandatory = true);

/// <summary>Where a revision comes from; never shown to partners.</summary>
public sealed record GridSource(string Repository, string Commit)
{
    public string? Path { get; init; }

    public int? PullRequest { get; init; }

    public IReadOnlyList<string> Approvers { get; init; } = [];

    public string? ConfluencePage { get; init; }

    public int? ConfluenceVersion { get; init; }
}
