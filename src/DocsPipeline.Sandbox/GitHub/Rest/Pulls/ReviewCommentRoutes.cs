using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>Remarks on lines of a pull request's diff.</summary>
internal static class ReviewCommentRoutes
{
    public static void MapReviewComments(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/pulls/{number:int}/comments", (Call call, int number) =>
            call.Page(call.State.ReviewComments.All(call.FindPull(number)), comment => call.Wire(comment)));
        repository.MapPost("/pulls/{number:int}/comments", CreateAsync);
        repository.MapPost("/pulls/{number:int}/comments/{id:long}/replies", Reply);
        repository.MapGet("/pulls/comments/{id:long}", (Call call, long id) => new Answer(call.Wire(Find(call, id))));
        repository.MapPatch("/pulls/comments/{id:long}", Edit);
        repository.MapDelete("/pulls/comments/{id:long}", Remove);
    }

    /// <summary>Adds a remark; a line that the diff does not show is refused.</summary>
    public static async Task<ReviewComment> AddAsync(Call call, Pull pull, long review, string commit, RequestBody given)
    {
        given.Demand("path", "body");
        var (path, line, side) = (given.Text("path"), (int?)given.Number("line"), given.OneOf("side", "LEFT", "RIGHT") ?? "RIGHT");
        var from = await call.Git.History.MergeBaseAsync(pull.BaseSha, pull.HeadSha) ?? GitDiffs.EmptyTree;
        var change = (await call.Git.Diffs.BetweenAsync(from, pull.HeadSha)).FirstOrDefault(one => one.Path == path)
            ?? throw Refusal.Field("PullRequestReviewComment", "path", "custom", "path could not be resolved");
        var position = given.Number("position") is { } asked
            ? (int)asked
            : line is { } number ? DiffPosition.Of(change.Patch, number, side == "RIGHT") : 1;
        if (position is null)
        {
            throw Refusal.Field("PullRequestReviewComment", "pull_request_review_thread.line", "custom",
                "pull_request_review_thread.line must be part of the diff");
        }

        var now = call.State.Now;
        return call.State.ReviewComments.Add(call.Repository, new ReviewComment(
            0, pull.Issue.Id, review, call.User.Id, path, line, side, position.Value, DiffPosition.Hunk(change.Patch, position.Value),
            given.Text("body"), commit, null, now, now));
    }

    private static async Task<Answer> CreateAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        if (call.Body.Number("in_reply_to") is { } parent)
        {
            return Reply(call, number, parent);
        }

        call.Body.Demand("body", "commit_id", "path");
        var commit = call.Body.Text("commit_id");
        var review = call.State.Reviews.Add(pull, new Review(0, pull.Issue.Id, call.User.Id, "", "COMMENTED", commit, call.State.Now));
        return Answer.Created(call.Wire(await AddAsync(call, pull, review.Id, commit, call.Body)));
    }

    private static Answer Reply(Call call, int number, long id)
    {
        var (pull, parent) = (call.FindPull(number), Find(call, id));
        if (parent.Issue != pull.Issue.Id)
        {
            throw Refusal.NotFound;
        }

        var body = call.Body.Text("body");
        var review = call.State.Reviews.Add(
            pull, new Review(0, pull.Issue.Id, call.User.Id, "", "COMMENTED", pull.HeadSha, call.State.Now));
        return Answer.Created(call.Wire(call.State.ReviewComments.Add(call.Repository, parent with
        {
            Review = review.Id,
            User = call.User.Id,
            Body = body,
            ReplyTo = parent.ReplyTo ?? parent.Id,
            CreatedAt = call.State.Now,
        })));
    }

    private static ReviewComment Find(Call call, long id) => call.State.ReviewComments.Find(call.Repository, id) ?? throw Refusal.NotFound;

    private static Answer Edit(Call call, long id)
    {
        var edited = Own(call, id) with { Body = call.Body.Text("body"), UpdatedAt = call.State.Now };
        call.State.ReviewComments.Save(edited);
        return new Answer(call.Wire(edited));
    }

    private static Answer Remove(Call call, long id)
    {
        call.State.ReviewComments.Remove(Own(call, id));
        return Answer.NoContent;
    }

    private static ReviewComment Own(Call call, long id)
    {
        var found = Find(call, id);
        if (found.User != call.User.Id)
        {
            call.Demand(Permission.Admin);
        }

        return found;
    }
}
