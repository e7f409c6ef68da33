using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>The labels on one issue.</summary>
internal static class IssueLabelRoutes
{
    public static void MapIssueLabels(this IEndpointRouteBuilder repository)
    {
        var labels = repository.MapGroup("/issues/{number:int}/labels");
        labels.MapGet("", (Call call, int number) => Answer(call, call.FindIssue(number)));
        labels.MapPost("", (Call call, int number) => Change(call, number, keep: true));
        labels.MapPut("", (Call call, int number) => Change(call, number, keep: false));
        labels.MapDelete("", RemoveAll);
        labels.MapDelete("/{name}", Remove);
    }

    private static Answer Change(Call call, int number, bool keep)
    {
        call.Demand(Permission.Write);
        var issue = call.FindIssue(number);
        if (call.Body.List is null)
        {
            call.Body.Demand("labels");
        }

        var names = IssueRoutes.LabelNames(call.Body) ?? [];
        return call.State.Database.Do(() =>
        {
            if (!keep)
            {
                call.State.Labels.TakeAll(issue);
            }

            call.State.Labels.Put(call.Repository, issue, names);
            call.State.Issues.Touch(issue);
            return Answer(call, issue);
        });
    }

    private static Answer Remove(Call call, int number)
    {
        call.Demand(Permission.Write);
        var issue = call.FindIssue(number);
        var label = call.State.Labels.Of(issue)
            .FirstOrDefault(label => label.Name.Equals(call.Route("name"), StringComparison.OrdinalIgnoreCase))
            ?? throw new Refusal(404, "Label does not exist");
        call.State.Labels.Take(issue, label);
        call.State.Issues.Touch(issue);
        return Answer(call, issue);
    }

    private static Answer RemoveAll(Call call, int number)
    {
        call.Demand(Permission.Write);
        call.State.Labels.TakeAll(call.FindIssue(number));
        return Rest.Answer.NoContent;
    }

    private static Answer Answer(Call call, Issue issue) => call.Page(call.State.Labels.Of(issue), label => call.Wire(label));
}
