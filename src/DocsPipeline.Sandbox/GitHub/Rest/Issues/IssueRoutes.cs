using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>Issues: open, read, change.</summary>
internal static class IssueRoutes
{
    private const int LongestBody = 65_536;

    public static void MapIssues(this IEndpointRouteBuilder repository)
    {
        repository.MapPost("/issues", Create);
        repository.MapGet("/issues/{number:int}", (Call call, int number) => new Answer(call.Wire(call.FindIssue(number))));
        repository.MapPatch("/issues/{number:int}", Update);
    }

    /// <summary>A text that fits; GitHub takes 65,536 characters.</summary>
    public static string? Fits(string? body, string resource = "Issue") => body is null || body.Length <= LongestBody
        ? body
        : throw Refusal.Field(resource, "body", "custom", $"body is too long (maximum is {LongestBody} characters)");

    private static Answer Create(Call call)
    {
        call.Demand(Permission.Read);
        var title = call.Body.Text("title");
        var (body, labels, assignees, milestone) =
            (Fits(call.Body.TextOrNull("body")), LabelNames(call.Body), Assignees(call), MilestoneOf(call));
        Check(title);
        return call.State.Database.Do(() =>
        {
            var issue = call.State.Issues.Add(call.Repository, call.User, title, body, isPull: false);
            // Whoever may not write gets the issue without its trimmings, silently: so does GitHub.
            if (call.IsWriter)
            {
                call.State.Labels.Put(call.Repository, issue, labels ?? []);
                call.State.Issues.Assign(issue, assignees ?? []);
                call.State.Issues.Save(issue with { Milestone = milestone?.Id });
            }

            return Answer.Created(call.Wire(call.FindIssue(issue.Number)));
        });
    }

    private static Answer Update(Call call, int number)
    {
        var issue = call.FindIssue(number);
        if (issue.User != call.User.Id)
        {
            call.Demand(Permission.Write);
        }

        var (title, state) = (call.Body.TextOrNull("title"), call.Body.OneOf("state", "open", "closed"));
        var reason = call.Body.OneOf("state_reason", "completed", "not_planned", "duplicate", "reopened");
        var (labels, assignees, milestone) = (LabelNames(call.Body), Assignees(call), MilestoneOf(call));
        Check(title ?? issue.Title);
        var changed = issue with
        {
            Title = title ?? issue.Title,
            Body = call.Body.Has("body") ? Fits(call.Body.TextOrNull("body")) : issue.Body,
            Milestone = call.Body.Has("milestone") ? milestone?.Id : issue.Milestone,
        };
        return call.State.Database.Do(() =>
        {
            call.State.Issues.Save(state is null ? changed : call.State.Issues.InState(changed, state, reason, call.User));
            if (labels is not null && call.IsWriter)
            {
                call.State.Labels.TakeAll(issue);
                call.State.Labels.Put(call.Repository, issue, labels);
            }

            if (assignees is not null && call.IsWriter)
            {
                call.State.Issues.Unassign(issue, call.State.Users.Assigned(issue.Id));
                call.State.Issues.Assign(issue, assignees);
            }

            return new Answer(call.Wire(call.FindIssue(number)));
        });
    }

    private static void Check(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw Refusal.Field("Issue", "title", "missing_field");
        }

        if (title.Length > 256)
        {
            throw Refusal.Field("Issue", "title", "custom", "title is too long (maximum is 256 characters)");
        }
    }

    /// <summary>Labels come as strings or as objects with a name.</summary>
    public static IReadOnlyList<string>? LabelNames(RequestBody body) => (body.List ?? body.Array("labels")) is not { } list ? null :
        [.. list.Select(item => item switch
        {
            JsonObject given => new RequestBody(given).Text("name"),
            JsonValue value when value.TryGetValue(out string? name) => name,
            _ => throw Refusal.Unprocessable($"Invalid request.\n\nFor 'items', {item?.ToJsonString() ?? "nil"} is not a string."),
        })];

    private static List<User>? Assignees(Call call)
    {
        var names = call.Body.Texts("assignees") ?? (call.Body.TextOrNull("assignee") is { Length: > 0 } one ? [one] : null);
        return names is null ? null : [.. names.Select(login =>
            call.State.Users.ByLogin(login) is { } user && call.State.Repositories.Of(call.Repository, user) >= Permission.Read
                ? user
                : throw Refusal.Field("Issue", "assignees", "invalid"))];
    }

    private static Milestone? MilestoneOf(Call call) => call.Body.Number("milestone") is { } number
        ? call.State.Milestones.Find(call.Repository, (int)number) ?? throw Refusal.Field("Issue", "milestone", "invalid")
        : null;
}
