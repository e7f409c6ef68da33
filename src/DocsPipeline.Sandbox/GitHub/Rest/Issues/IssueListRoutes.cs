using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>The list of issues, pull requests among them, with its filters.</summary>
internal static class IssueListRoutes
{
    public static void MapIssueList(this IEndpointRouteBuilder repository, ListLag lag) =>
        repository.MapGet("/issues", (Call call) => List(call, lag));

    private static Answer List(Call call, ListLag lag)
    {
        var state = call.Query("state") ?? "open";
        if (state is not ("open" or "closed" or "all"))
        {
            throw Refusal.Field("Issue", "state", "invalid");
        }

        var since = call.Query("since") is { Length: > 0 } text
            ? Moment.Of(Moment.Read(text) ?? throw Refusal.Field("Issue", "since", "invalid"))
            : "";
        var labels = (call.Query("labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = call.State.Issues.All(call.Repository).Where(issue =>
            lag.Shows(issue.CreatedAt)
            && (state == "all" || issue.State == state)
            && string.CompareOrdinal(issue.UpdatedAt, since) >= 0
            && Is(call.Query("creator"), [call.State.Users.Get(issue.User)])
            && Is(call.Query("assignee"), call.State.Users.Assigned(issue.Id))
            && IsIn(call, issue, call.Query("milestone"))
            && Carries(call, issue, labels));
        Func<Issue, IComparable> key = call.Query("sort") switch
        {
            "updated" => issue => issue.UpdatedAt,
            "comments" => issue => call.State.Comments.On(issue).Count,
            _ => issue => issue.Number,
        };
        var sorted = call.Query("direction") == "asc"
            ? found.OrderBy(key).ThenBy(issue => issue.Number)
            : found.OrderByDescending(key).ThenByDescending(issue => issue.Number);
        return call.Page([.. sorted], issue => call.Wire(issue));
    }

    private static bool Is(string? wanted, IReadOnlyList<User> users) => wanted switch
    {
        null or "" => true,
        "*" => users.Count > 0,
        "none" => users.Count == 0,
        _ => users.Any(user => user.Login.Equals(wanted, StringComparison.OrdinalIgnoreCase)),
    };

    private static bool IsIn(Call call, Issue issue, string? milestone) => milestone switch
    {
        null or "" => true,
        "*" => issue.Milestone is not null,
        "none" => issue.Milestone is null,
        _ => issue.Milestone is { } id && call.State.Milestones.Get(id)?.Number.ToString() == milestone,
    };

    private static bool Carries(Call call, Issue issue, string[] labels)
    {
        if (labels.Length == 0)
        {
            return true;
        }

        var held = call.State.Labels.Of(issue).Select(label => label.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return labels.All(held.Contains);
    }
}
