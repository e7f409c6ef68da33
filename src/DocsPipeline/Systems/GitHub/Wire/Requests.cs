namespace DocsPipeline.Systems.GitHub.Wire;

internal sealed record PullCreateRequest(string Title, string Body, string Head, string Base);

internal sealed record PullUpdateRequest(string? Title, string? Body, string? State);

internal sealed record IssueCreateRequest(string Title, string Body, IReadOnlyList<string> Labels);

internal sealed record IssueUpdateRequest(string? Title, string? Body, string? State, string? StateReason);
