using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>Environments; a deployment makes the one that it names.</summary>
internal static class EnvironmentRoutes
{
    private const int LongestWait = 43_200;

    public static void MapEnvironments(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/environments", (Call call) =>
            call.Page("environments", call.State.Environments.All(call.Repository), one => call.Wire(one)));
        repository.MapGet("/environments/{name}", (Call call) => new Answer(call.Wire(Find(call))));
        repository.MapPut("/environments/{name}", Put);
        repository.MapDelete("/environments/{name}", Remove);
    }

    private static Answer Put(Call call)
    {
        call.Demand(Permission.Admin);
        var name = call.Route("name");
        if (name.Length > 255)
        {
            throw Refusal.Field("Environment", "name", "invalid");
        }

        var wait = call.Body.Number("wait_timer") ?? 0;
        if (wait is < 0 or > LongestWait)
        {
            throw Refusal.Field("Environment", "wait_timer", "invalid");
        }

        var known = call.State.Environments.Find(call.Repository, name) ?? DeploymentEnvironment.New(name, call.State.Now);
        call.State.Environments.Put(call.Repository, known with
        {
            WaitTimer = (int)wait,
            PreventsSelfReview = call.Body.Flag("prevent_self_review") ?? false,
            Reviewers = Reviewers(call).ToJsonString(),
            Policy = Policy(call.Body)?.ToJsonString(),
            UpdatedAt = call.State.Now,
        });
        return new Answer(call.Wire(Find(call)));
    }

    private static Answer Remove(Call call)
    {
        call.Demand(Permission.Admin);
        call.State.Environments.Remove(call.Repository, Find(call));
        return Answer.NoContent;
    }

    private static JsonArray Reviewers(Call call)
    {
        var wanted = call.Body.Items("reviewers");
        if (wanted.Count > 6)
        {
            throw Refusal.Unprocessable($"Invalid request.\n\nNo more than 6 items are allowed; {wanted.Count} were supplied.");
        }

        return [.. wanted.Select(reviewer =>
        {
            var (type, id) = (reviewer.OneOf("type", "User", "Team"), reviewer.Number("id") ?? 0);
            return IsKnown(call, type, id)
                ? new JsonObject { ["type"] = type, ["id"] = id }
                : throw Refusal.Field(
                    "Environment", "reviewers", "invalid", "reviewers must be users or teams with read access to the repository");
        })];
    }

    private static bool IsKnown(Call call, string? type, long id) => type == "Team"
        ? call.State.Teams.Find(id) is not null
        : call.State.Users.WithAccess(call.Repository.Id).Any(user => user.Id == id);

    private static JsonObject? Policy(RequestBody body)
    {
        if (body.Inner("deployment_branch_policy") is not { } policy)
        {
            return null;
        }

        var (branches, custom) = (policy.Flag("protected_branches") ?? false, policy.Flag("custom_branch_policies") ?? false);
        return branches != custom
            ? new JsonObject { ["protected_branches"] = branches, ["custom_branch_policies"] = custom }
            : throw Refusal.Unprocessable("The protected_branches and custom_branch_policies fields cannot have the same value");
    }

    private static DeploymentEnvironment Find(Call call) =>
        call.State.Environments.Find(call.Repository, call.Route("name")) ?? throw Refusal.NotFound;
}
