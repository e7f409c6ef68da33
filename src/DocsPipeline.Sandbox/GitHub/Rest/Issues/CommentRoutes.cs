using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>Comments on issues and in the conversation of pull requests.</summary>
internal static class CommentRoutes
{
    public static void MapComments(this IEndpointRouteBuilder repository, ListLag lag)
    {
        repository.MapGet("/issues/comments", (Call call) => List(call, call.State.Comments.All(call.Repository), lag));
        repository.MapGet(
            "/issues/{number:int}/comments", (Call call, int number) => List(call, call.State.Comments.On(call.FindIssue(number)), lag));
        repository.MapPost("/issues/{number:int}/comments", Create);
        repository.MapGet("/issues/comments/{id:long}", (Call call, long id) => new Answer(call.Wire(Find(call, id))));
        repository.MapPatch("/issues/comments/{id:long}", Edit);
        repository.MapDelete("/issues/comments/{id:long}", Remove);
    }

    private static Answer List(Call call, IReadOnlyList<Comment> comments, ListLag lag)
    {
        var since = call.Query("since") is { Length: > 0 } text
            ? Moment.Of(Moment.Read(text) ?? throw Refusal.Field("IssueComment", "since", "invalid"))
            : "";
        var found = comments.Where(comment => lag.Shows(comment.CreatedAt) && string.CompareOrdinal(comment.UpdatedAt, since) >= 0);
        return call.Page([.. call.Query("direction") == "desc" ? found.Reverse() : found], comment => call.Wire(comment));
    }

    private static Answer Create(Call call, int number)
    {
        call.Demand(Permission.Read);
        var issue = call.FindIssue(number);
        var body = Text(call);
        return issue.Locked && !call.IsWriter
            ? throw new Refusal(403, "Unable to create comment because issue is locked.")
            : Answer.Created(call.Wire(call.State.Comments.Add(call.Repository, issue, call.User, body)));
    }

    private static Answer Edit(Call call, long id) => new(call.Wire(call.State.Comments.Edit(Own(call, id), Text(call))));

    private static Answer Remove(Call call, long id)
    {
        call.State.Comments.Remove(Own(call, id));
        return Answer.NoContent;
    }

    private static string Text(Call call)
    {
        var body = IssueRoutes.Fits(call.Body.Text("body"), "IssueComment")!;
        return string.IsNullOrWhiteSpace(body) ? throw Refusal.Field("IssueComment", "body", "missing_field") : body;
    }

    private static Comment Find(Call call, long id) => call.State.Comments.Find(call.Repository, id) ?? throw Refusal.NotFound;

    private static Comment Own(Call call, long id)
    {
        var comment = Find(call, id);
        if (comment.User != call.User.Id)
        {
            call.Demand(Permission.Write);
        }

        return comment;
    }
}
