using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Flows.Validate;

/// <summary>What to check: the folder that holds <c>content/</c> and <c>schemas/</c>, and by whose clock something is overdue.</summary>
public sealed record ValidateRequest(string Root)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What earlier runs found out; null to find out everything anew. What is said is the same with and without.</summary>
    public SummaryCache? Cache { get; init; }
}
