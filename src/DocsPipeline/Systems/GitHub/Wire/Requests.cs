namespace DocsPipeline.Systems.GitHub.Wire;

internal sealed record PullCreateRequest(string Title, string Body, string Head, string Base);

internal sealed record PullUpdateRequest(string? Title, string? Body, string? State);

internal sealed record IssueCreateRequest(string Title, string Body, IReadOnlyList<string> Labels);

internal sealed record IssueUpdateRequest(string? Title, string? Body, string? State, string? StateReason, IReadOnlyList<string>? Labels);

internal sealed record CommentRequest(string Body);

internal sealed record LabelsRequest(IReadOnlyList<string> Labels);

internal sealed record CheckRunRequest(string Name, string HeadSha, string Status, string Conclusion, CheckOutputPayload Output, Uri? DetailsUrl);

internal sealed record CheckOutputPayload(string Title, string Summary);

internal sealed record StatusRequest(string State, string Context, string Description, Uri? TargetUrl);

internal sealed record DeploymentRequest(string Ref, string Environment, string Description, bool AutoMerge, IReadOnlyList<string> RequiredContexts);

internal sealed record DeploymentStatusRequest(string State, string Description, Uri? EnvironmentUrl, Uri? LogUrl);
