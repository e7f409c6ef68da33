namespace DocsPipeline.Systems.GitHub;

/// <summary>A finished check to show on a commit; <see cref="Conclusion"/> is <c>success</c>, <c>failure</c>, <c>neutral</c>, <c>skipped</c> and the like. Needs a GitHub App's token.</summary>
public sealed record CheckReport(string Name, string Commit, string Conclusion, string Title, string Summary, Uri? DetailsUrl = null);

/// <summary>A check run as GitHub keeps it.</summary>
public sealed record CheckRun(long Id, string Name, string Commit, string Status, string? Conclusion, Uri? Url);

/// <summary>A status of a commit; <see cref="State"/> is <c>error</c>, <c>failure</c>, <c>pending</c> or <c>success</c>, one for each context.</summary>
public sealed record CommitStatus(string Context, string State, string Description, Uri? TargetUrl = null);

/// <summary>A deployment of a commit to an environment such as <c>production</c>.</summary>
public sealed record Deployment(long Id, string Commit, string Environment, DateTimeOffset CreatedAt);

/// <summary>What a deployment came to: <c>in_progress</c>, <c>success</c>, <c>failure</c>, <c>error</c>, <c>inactive</c>, <c>queued</c> or <c>pending</c>.</summary>
public sealed record DeploymentStatus(string State, string Description, Uri? EnvironmentUrl = null, Uri? LogUrl = null);

/// <summary>The documents' repository on GitHub.</summary>
public sealed record HostedRepository(string FullName, string DefaultBranch, bool IsPrivate, Uri Url);
