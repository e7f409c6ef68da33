using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>Reviews: give, submit, read, dismiss.</summary>
internal static class ReviewRoutes
{
    private static readonly string[] Events = ["APPROVE", "REQUEST_CHANGES", "COMMENT"];

    public static void MapReviews(this IEndpointRouteBuilder repository)
    {
        var reviews = repository.MapGroup("/pulls/{number:int}/reviews");
        reviews.MapGet("", (Call call, int number) => List(call, call.FindPull(number)));
        reviews.MapPost("", CreateAsync);
        reviews.MapGet("/{review:long}", (Call call, int number, long review) =>
            new Answer(call.Wire(call.FindPull(number), Find(call, number, review))));
        reviews.MapPut("/{review:long}", Edit);
        reviews.MapDelete("/{review:long}", Remove);
        reviews.MapPost("/{review:long}/events", Submit);
        reviews.MapPut("/{review:long}/dismissals", Dismiss);
        reviews.MapGet("/{review:long}/comments", (Call call, int number, long review) => call.Page(
            [.. call.State.ReviewComments.All(call.FindPull(number)).Where(comment => comment.Review == Find(call, number, review).Id)],
            comment => call.Wire(comment)));
    }

    // A pending review is seen by its author only.
    private static Answer List(Call call, Pull pull) => call.Page(
        [.. call.State.Reviews.All(pull).Where(review => review.State != "PENDING" || review.User == call.Visitor?.Id)],
        review => call.Wire(pull, review));

    private static Review Find(Call call, int number, long id) =>
        call.State.Reviews.Find(call.FindPull(number), id) ?? throw Refusal.NotFound;

    private static async Task<Answer> CreateAsync(Call call, int number)
    {
        var pull = call.FindPull(number);
        var act = call.Body.OneOf("event", Events);
        var commit = call.Body.TextOrNull("commit_id") ?? pull.HeadSha;
        if (!(await call.Git.History.BetweenAsync(pull.BaseSha, pull.HeadSha)).Contains(commit))
        {
            throw Refusal.Sentences("Commit is not part of the pull request");
        }

        var review = Judge(
            call.State, call.Repository, pull, call.User, act, call.Body.TextOrNull("body") ?? "", commit,
            () => call.Body.Items("comments").Count > 0);
        foreach (var comment in call.Body.Items("comments"))
        {
            await ReviewCommentRoutes.AddAsync(call, pull, review.Id, commit, comment);
        }

        return new Answer(call.Wire(pull, review));
    }

    /// <summary>Gives a review, or refuses it as GitHub does; without an event it stays pending.</summary>
    public static Review Judge(
        GitHubState state, Repository repository, Pull pull, User user, string? act, string body, string commit,
        Func<bool>? hasComments = null)
    {
        if (act is "APPROVE" or "REQUEST_CHANGES" && pull.Issue.User == user.Id)
        {
            throw Refusal.Sentences(
                act == "APPROVE" ? "Can not approve your own pull request" : "Can not request changes on your own pull request");
        }

        if (act is "REQUEST_CHANGES" or "COMMENT" && string.IsNullOrWhiteSpace(body) && hasComments?.Invoke() != true)
        {
            throw Refusal.Sentences("Could not submit the review: a body is needed to comment or to request changes");
        }

        if (act is null && state.Reviews.All(pull).Any(review => review.State == "PENDING" && review.User == user.Id))
        {
            throw Refusal.Sentences("User can only have one pending review per pull request");
        }

        return state.Database.Do(() =>
        {
            var review = state.Reviews.Add(
                pull, new Review(0, pull.Issue.Id, user.Id, body, State(act), commit, act is null ? null : state.Now));
            if (act is not null)
            {
                state.Issues.NoLongerAsk(pull.Issue, [user]);
                state.Issues.Touch(pull.Issue);
            }

            return review;
        });
    }

    private static string State(string? act) => act switch
    {
        "APPROVE" => "APPROVED",
        "REQUEST_CHANGES" => "CHANGES_REQUESTED",
        "COMMENT" => "COMMENTED",
        _ => "PENDING",
    };

    private static Answer Edit(Call call, int number, long review)
    {
        var found = Find(call, number, review);
        if (found.User != call.User.Id)
        {
            throw new Refusal(403, "Resource not accessible by personal access token");
        }

        var edited = found with { Body = call.Body.Text("body") };
        call.State.Reviews.Save(edited);
        return new Answer(call.Wire(call.FindPull(number), edited));
    }

    private static Answer Remove(Call call, int number, long review)
    {
        var found = Find(call, number, review);
        if (found.State != "PENDING" || found.User != call.User.Id)
        {
            throw Refusal.Sentences("Can not delete a non-pending pull request review");
        }

        call.State.Reviews.Remove(found);
        return new Answer(call.Wire(call.FindPull(number), found));
    }

    private static Answer Submit(Call call, int number, long review)
    {
        var (pull, found) = (call.FindPull(number), Find(call, number, review));
        call.Body.Demand("event");
        var act = call.Body.OneOf("event", Events);
        if (found.State != "PENDING" || found.User != call.User.Id)
        {
            throw Refusal.Sentences("Can not submit a review that is not pending");
        }

        if (act == "APPROVE" && pull.Issue.User == call.User.Id)
        {
            throw Refusal.Sentences("Can not approve your own pull request");
        }

        var submitted = found with { State = State(act), Body = call.Body.TextOrNull("body") ?? found.Body, SubmittedAt = call.State.Now };
        call.State.Reviews.Save(submitted);
        call.State.Issues.NoLongerAsk(pull.Issue, [call.User]);
        return new Answer(call.Wire(pull, submitted));
    }

    private static Answer Dismiss(Call call, int number, long review)
    {
        call.Demand(Permission.Write);
        var found = Find(call, number, review);
        _ = call.Body.Text("message");
        if (found.State is not ("APPROVED" or "CHANGES_REQUESTED"))
        {
            throw Refusal.Sentences($"Can not dismiss a {found.State.ToLowerInvariant()} pull request review");
        }

        var dismissed = found with { State = "DISMISSED" };
        call.State.Reviews.Save(dismissed);
        return new Answer(call.Wire(call.FindPull(number), dismissed));
    }
}
