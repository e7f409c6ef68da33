using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>Who takes care of an issue, and whether it is locked.</summary>
internal static class AssigneeRoutes
{
    public static void MapAssignees(this IEndpointRouteBuilder repository)
    {
        repository.MapPost("/issues/{number:int}/assignees", (Call call, int number) =>
            Answer.Created(Change(call, number, call.State.Issues.Assign)));
        repository.MapDelete("/issues/{number:int}/assignees", (Call call, int number) =>
            new Answer(Change(call, number, call.State.Issues.Unassign)));
        repository.MapPut("/issues/{number:int}/lock", (Call call, int number) =>
            Lock(call, number, isLocked: true, call.Body.OneOf("lock_reason", "off-topic", "too heated", "resolved", "spam")));
        repository.MapDelete("/issues/{number:int}/lock", (Call call, int number) => Lock(call, number, isLocked: false, null));
    }

    // People without access are left out silently, as on GitHub.
    private static JsonObject Change(Call call, int number, Action<Issue, IEnumerable<User>> act)
    {
        call.Demand(Permission.Write);
        var issue = call.FindIssue(number);
        var users = (call.Body.Texts("assignees") ?? []).Select(call.State.Users.ByLogin).OfType<User>();
        act(issue, users.Where(user => call.State.Repositories.Of(call.Repository, user) >= Permission.Read));
        call.State.Issues.Touch(issue);
        return call.Wire(call.FindIssue(number));
    }

    private static Answer Lock(Call call, int number, bool isLocked, string? reason)
    {
        call.Demand(Permission.Write);
        call.State.Issues.Save(call.FindIssue(number) with { Locked = isLocked, LockReason = reason });
        return Answer.NoContent;
    }
}
