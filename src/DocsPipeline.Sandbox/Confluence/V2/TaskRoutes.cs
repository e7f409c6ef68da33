using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Tasks on pages; nothing but their status can be written.</summary>
internal static class TaskRoutes
{
    public static void MapTasks(this ApiRoutes routes, Library library)
    {
        routes.Get("tasks", call => List(call, library));
        routes.Get("tasks/{id}", call => Json.Answer(Shape(Find(call, library), call.Choice("body-format", "storage"))));
        routes.Put("tasks/{id}", async call =>
        {
            var fields = (await call.BodyAsync()).Ignore(
                "id", "localId", "spaceId", "pageId", "blogPostId", "createdBy", "assignedTo", "completedBy", "createdAt", "updatedAt",
                "dueAt", "completedAt");
            var status = fields.Text("status");
            fields.End();
            var done = status is "complete" or "incomplete"
                ? status == "complete"
                : throw Refusal.Invalid($"Provided value {{{status}}} for 'status' is not one of the allowed values");
            var task = Find(call, library);
            library.Changeable(task.Page.Id, call.Account);
            return Json.Answer(Shape(library.Tasks.Set(task, done), call.Choice("body-format", "storage")));
        });
    }

    private static IEnumerable<TaskItem> Visible(Call call, Library library) =>
        library.Tasks.All().Where(task => library.Restrictions.MayRead(task.Page, call.Account));

    private static TaskItem Find(Call call, Library library) =>
        Visible(call, library).FirstOrDefault(task => task.Id == call.Id()) ?? throw Refusal.NotFound();

    private static IResult List(Call call, Library library)
    {
        var (ids, spaces, pages, people) = (call.Ids("task-id"), call.Ids("space-id"), call.Ids("page-id"), call.List("assigned-to"));
        var status = call.Choice("status", "complete", "incomplete");
        var format = call.Choice("body-format", "storage");
        var found = Visible(call, library).Where(task =>
            (ids.Count == 0 || ids.Contains(task.Id))
            && (spaces.Count == 0 || spaces.Contains(task.Page.SpaceId))
            && (pages.Count == 0 || pages.Contains(task.Page.Id))
            && (people.Count == 0 || (task.AssigneeId is { } assignee && people.Contains(assignee)))
            && (status is null || task.Done == (status == "complete")));
        return Listing.Slice(call, [.. found], task => task.Id, task => Shape(task, format));
    }

    private static JsonObject Shape(TaskItem task, string? format) => Json.Object(
        ("id", task.Id),
        ("localId", task.LocalId),
        ("spaceId", task.Page.SpaceId),
        ("pageId", task.Page.Id),
        ("status", task.Done ? "complete" : "incomplete"),
        ("body", format is null ? null : V2Shapes.Body(format, task.Body)),
        ("createdBy", task.Page.AuthorId),
        ("assignedTo", task.AssigneeId),
        ("createdAt", task.Page.CreatedAt),
        ("updatedAt", task.Page.Version.CreatedAt),
        ("dueAt", task.DueOn is null ? null : $"{task.DueOn}T00:00:00.000Z"));
}
