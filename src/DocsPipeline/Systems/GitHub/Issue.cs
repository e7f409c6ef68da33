namespace DocsPipeline.Systems.GitHub;

/// <summary>
/// An issue (never a pull request). <see cref="StateReason"/> is <c>completed</c>, <c>not_planned</c>, <c>reopened</c> or null.
/// </summary>
public sealed record Issue(
    int Number,
    string Title,
    string Body,
    bool IsOpen,
    string? StateReason,
    string Author,
    IReadOnlyList<string> Labels,
    int Comments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    Uri Url);

public sealed record NewIssue(string Title, string Body, IReadOnlyList<string> Labels);

/// <summary>What to change; null leaves as it is. The reason of closing is <c>completed</c> or <c>not_planned</c>.</summary>
public sealed record IssueChange(string? Title = null, string? Body = null, bool? Open = null, string? StateReason = null);

/// <summary>A label; the colour is six hexadecimal digits without <c>#</c>.</summary>
public sealed record Label(string Name, string Color, string Description);
