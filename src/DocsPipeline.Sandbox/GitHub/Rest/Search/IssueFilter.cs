using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest.Search;

/// <summary>
/// The qualifiers of a search for issues and pull requests; one that GitHub does not know is a word to look for, as there.
/// </summary>
internal static class IssueFilter
{
    private static readonly string[] Places = ["repo", "org", "user", "in", "sort"];

    public static bool Fits(Call call, Issue issue, SearchQuery query)
    {
        var places = query.Values("in").SelectMany(value => value.Split(',')).ToList();
        var text = string.Join('\n', new[]
        {
            places.Count == 0 || places.Contains("title") ? issue.Title : "",
            places.Count == 0 || places.Contains("body") ? issue.Body ?? "" : "",
            places.Count == 0 || places.Contains("comments")
                ? string.Join('\n', call.State.Comments.On(issue).Select(comment => comment.Body))
                : "",
        });
        return query.IsIn(text) && query.Qualifiers.All(one => Places.Contains(one.Key) || Fits(call, issue, one, text) != one.IsNot);
    }

    private static bool Fits(Call call, Issue issue, Qualifier wanted, string text) => wanted.Key switch
    {
        "is" or "type" or "state" => Is(call, issue, wanted.Value),
        "label" => wanted.Value.Split(',').Any(name => Labels(call, issue).Contains(name.Trim('"'), StringComparer.OrdinalIgnoreCase)),
        "author" => Names(call.State.Users.Get(issue.User), wanted.Value),
        "assignee" => call.State.Users.Assigned(issue.Id).Any(user => Names(user, wanted.Value)),
        "commenter" => call.State.Comments.On(issue).Any(comment => Names(call.State.Users.Get(comment.User), wanted.Value)),
        "milestone" => issue.Milestone is { } id
            && call.State.Milestones.Get(id)?.Title.Equals(wanted.Value, StringComparison.OrdinalIgnoreCase) == true,
        "no" => wanted.Value switch
        {
            "label" => Labels(call, issue).Count == 0,
            "assignee" => call.State.Users.Assigned(issue.Id).Count == 0,
            "milestone" => issue.Milestone is null,
            _ => true,
        },
        "head" => Pull(call, issue)?.HeadRef == wanted.Value,
        "base" => Pull(call, issue)?.BaseRef == wanted.Value,
        "created" => Date(issue.CreatedAt, wanted.Value),
        "updated" => Date(issue.UpdatedAt, wanted.Value),
        "closed" => issue.ClosedAt is { } closed && Date(closed, wanted.Value),
        _ => text.Contains($"{wanted.Key}:{wanted.Value}", StringComparison.OrdinalIgnoreCase),
    };

    private static bool Is(Call call, Issue issue, string word) => word.ToLowerInvariant() switch
    {
        "issue" => !issue.IsPull,
        "pr" or "pull-request" => issue.IsPull,
        "open" or "closed" => string.Equals(issue.State, word, StringComparison.OrdinalIgnoreCase),
        "merged" => Pull(call, issue)?.IsMerged == true,
        "unmerged" => Pull(call, issue) is { IsMerged: false },
        "draft" => Pull(call, issue)?.IsDraft == true,
        "locked" => issue.Locked,
        "private" => call.Repository.IsPrivate,
        "public" => !call.Repository.IsPrivate,
        _ => false,
    };

    // Moments are text that sorts as time does; a bound without a time of day is its whole day.
    private static bool Date(string at, string wanted)
    {
        if (wanted.Split("..") is [var from, var to])
        {
            return (from == "*" || string.CompareOrdinal(at, from) >= 0) && (to == "*" || string.CompareOrdinal(at, End(to)) <= 0);
        }

        var bound = wanted.TrimStart('<', '>', '=');
        return wanted switch
        {
            ['>', '=', ..] => string.CompareOrdinal(at, bound) >= 0,
            ['<', '=', ..] => string.CompareOrdinal(at, End(bound)) <= 0,
            ['>', ..] => string.CompareOrdinal(at, End(bound)) > 0,
            ['<', ..] => string.CompareOrdinal(at, bound) < 0,
            _ => string.CompareOrdinal(at, bound) >= 0 && string.CompareOrdinal(at, End(bound)) <= 0,
        };
    }

    private static string End(string bound) => bound.Contains('T', StringComparison.Ordinal) ? bound : $"{bound}T23:59:59Z";

    private static List<string> Labels(Call call, Issue issue) => [.. call.State.Labels.Of(issue).Select(label => label.Name)];

    private static Pull? Pull(Call call, Issue issue) => issue.IsPull ? call.State.Pulls.Find(call.Repository, issue.Number) : null;

    private static bool Names(User user, string login) => user.Login.Equals(login.TrimStart('@'), StringComparison.OrdinalIgnoreCase);
}
