using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Pulls;

/// <summary>Who was asked to review.</summary>
internal static class ReviewerRoutes
{
    public static void MapReviewers(this IEndpointRouteBuilder repository)
    {
        var reviewers = repository.MapGroup("/pulls/{number:int}/requested_reviewers");
        reviewers.MapGet("", (Call call, int number) => new Answer(new JsonObject
        {
            ["users"] = call.WireUsers(call.State.Users.AskedToReview(call.FindPull(number).Issue.Id)),
            ["teams"] = new JsonArray(),
        }));
        reviewers.MapPost("", Ask);
        reviewers.MapDelete("", Withdraw);
    }

    private static Answer Ask(Call call, int number)
    {
        call.Demand(Permission.Write);
        var pull = call.FindPull(number);
        var users = Named(call);
        if (users.Any(user => user.Id == pull.Issue.User))
        {
            throw Refusal.Unprocessable("Review cannot be requested from pull request author.");
        }

        call.State.Issues.AskForReview(pull.Issue, users);
        return Answer.Created(call.Wire(call.FindPull(number)));
    }

    private static Answer Withdraw(Call call, int number)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("reviewers");
        call.State.Issues.NoLongerAsk(call.FindPull(number).Issue, Named(call));
        return new Answer(call.Wire(call.FindPull(number)));
    }

    private static List<User> Named(Call call) =>
        [.. (call.Body.Texts("reviewers") ?? []).Select(login =>
            call.State.Users.ByLogin(login) is { } user && call.State.Repositories.Of(call.Repository, user) >= Permission.Read
                ? user
                : throw Refusal.Unprocessable(
                    "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a "
                    + $"collaborator of the {call.Repository.FullName} repository."))];
}
