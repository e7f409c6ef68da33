namespace DocsPipeline.Systems.GitHub;

/// <summary>What Octokit read of an issue, as a value of ours.</summary>
internal static class IssueValues
{
    public static Issue ToValue(this Octokit.Issue issue) => new(
        issue.Number,
        issue.Title,
        issue.Body ?? "",
        issue.State.StringValue == "open",
        issue.StateReason is { StringValue: not "null" } reason ? reason.StringValue : null,
        issue.User?.Login ?? "ghost",
        [.. issue.Labels.Select(label => label.Name)],
        issue.Comments,
        issue.CreatedAt,
        issue.UpdatedAt!.Value,
        issue.ClosedAt,
        new Uri(issue.HtmlUrl));
}
