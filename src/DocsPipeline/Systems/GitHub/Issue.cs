namespace DocsPipeline.Systems.GitHub;

/// <summary>An issue (never a pull request). <see cref="StateReason"/> is <c>completed</c>, <c>not_planned</c>, <c>reopened</c> or null.</summary>
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

/// <summary>What to change; null leaves as it is. Labels replace all labels. The reason of closing is <c>completed</c> or <c>not_planned</c>.</summary>
public sealed record IssueChange(string? Title = null, string? Body = null, bool? Open = null, string? StateReason = null, IReadOnlyList<string>? Labels = null);

/// <summary>Which issues to list; all conditions hold together. <see cref="State"/> is <c>open</c>, <c>closed</c> or <c>all</c>.</summary>
public sealed record IssueFilter
{
    public string State { get; init; } = "all";

    public IReadOnlyList<string> Labels { get; init; } = [];

    public string? Creator { get; init; }

    /// <summary>Changed at or after this moment.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>A comment on an issue or on the conversation of a pull request.</summary>
public sealed record IssueComment(long Id, string Body, string Author, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, Uri Url);

/// <summary>A label; the colour is six hexadecimal digits without <c>#</c>.</summary>
public sealed record Label(string Name, string Color, string Description);
