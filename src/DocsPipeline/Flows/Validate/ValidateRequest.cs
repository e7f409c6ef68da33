namespace DocsPipeline.Flows.Validate;

/// <summary>What to check: the folder that holds <c>content/</c> and <c>schemas/</c>, and by whose clock something is overdue.</summary>
public sealed record ValidateRequest(string Root)
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
