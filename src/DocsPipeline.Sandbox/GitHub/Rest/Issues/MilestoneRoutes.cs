using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>Milestones.</summary>
internal static class MilestoneRoutes
{
    public static void MapMilestones(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/milestones", List);
        repository.MapPost("/milestones", Create);
        repository.MapGet("/milestones/{number:int}", (Call call, int number) => new Answer(call.Wire(Find(call, number))));
        repository.MapPatch("/milestones/{number:int}", Update);
    }

    private static Answer List(Call call)
    {
        var state = call.Query("state") ?? "open";
        return call.Page(
            [.. call.State.Milestones.All(call.Repository).Where(milestone => state == "all" || milestone.State == state)],
            milestone => call.Wire(milestone));
    }

    private static Answer Create(Call call)
    {
        call.Demand(Permission.Write);
        var title = call.Body.Text("title");
        var (state, description, due) =
            (call.Body.OneOf("state", "open", "closed") ?? "open", call.Body.TextOrNull("description"), call.Body.TextOrNull("due_on"));
        if (call.State.Milestones.All(call.Repository).Any(milestone => milestone.Title == title))
        {
            throw Refusal.Field("Milestone", "title", "already_exists");
        }

        var now = call.State.Now;
        return Answer.Created(call.Wire(call.State.Milestones.Add(
            call.Repository, new Milestone(0, 0, title, description, state, call.User.Id, now, now, state == "closed" ? now : null, due))));
    }

    private static Answer Update(Call call, int number)
    {
        call.Demand(Permission.Write);
        var milestone = Find(call, number);
        var state = call.Body.OneOf("state", "open", "closed") ?? milestone.State;
        var changed = milestone with
        {
            Title = call.Body.TextOrNull("title") ?? milestone.Title,
            Description = call.Body.Has("description") ? call.Body.TextOrNull("description") : milestone.Description,
            DueOn = call.Body.Has("due_on") ? call.Body.TextOrNull("due_on") : milestone.DueOn,
            State = state,
            UpdatedAt = call.State.Now,
            ClosedAt = state == "closed" ? milestone.ClosedAt ?? call.State.Now : null,
        };
        call.State.Milestones.Save(changed);
        return new Answer(call.Wire(changed));
    }

    private static Milestone Find(Call call, int number) => call.State.Milestones.Find(call.Repository, number) ?? throw Refusal.NotFound;
}
