using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>Branch protection, read and replaced as a whole.</summary>
internal static class ProtectionRoutes
{
    public static void MapProtection(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/branches/{branch}/protection", (Call call) => new Answer(Wire(call, Find(call))));
        repository.MapGet("/branches/{branch}/protection/required_pull_request_reviews", (Call call) =>
            Find(call) is { RequiresPulls: true } rule ? new Answer(Reviews(call, rule)) : throw Refusal.NotFound);
        repository.MapPut("/branches/{branch}/protection", PutAsync);
        repository.MapDelete("/branches/{branch}/protection", Remove);
    }

    private static Protection Find(Call call) =>
        call.State.Protections.Find(call.Repository, call.Route("branch")) ?? throw new Refusal(404, "Branch not protected");

    private static async Task<Answer> PutAsync(Call call)
    {
        call.Demand(Permission.Admin);
        var branch = call.Route("branch");
        if (await call.Git.Refs.BranchAsync(branch) is null)
        {
            throw new Refusal(404, "Branch not found");
        }

        var body = call.Body.Demand("required_status_checks", "enforce_admins", "required_pull_request_reviews", "restrictions");
        var reviews = body.Inner("required_pull_request_reviews");
        var rule = new Protection(
            branch,
            reviews is null ? -1 : (int)Math.Clamp(reviews.Number("required_approving_review_count") ?? 1, 0, 6),
            reviews?.Flag("require_code_owner_reviews") ?? false,
            reviews?.Flag("dismiss_stale_reviews") ?? false,
            reviews?.Flag("require_last_push_approval") ?? false,
            body.Flag("enforce_admins") ?? false,
            body.Inner("required_status_checks")?.Texts("contexts"));
        call.State.Protections.Set(call.Repository, rule);
        return new Answer(Wire(call, rule));
    }

    private static Answer Remove(Call call)
    {
        call.Demand(Permission.Admin);
        return call.State.Protections.Remove(call.Repository, call.Route("branch"))
            ? Answer.NoContent
            : throw new Refusal(404, "Branch not protected");
    }

    private static string Url(Call call, Protection rule) =>
        $"{call.Links.Of(call.Repository)}/branches/{Uri.EscapeDataString(rule.Branch)}/protection";

    private static JsonObject Wire(Call call, Protection rule)
    {
        var url = Url(call, rule);
        var json = new JsonObject
        {
            ["url"] = url,
            ["enforce_admins"] = new JsonObject { ["url"] = $"{url}/enforce_admins", ["enabled"] = rule.Admins },
        };
        if (rule.Checks is not null)
        {
            json["required_status_checks"] = new JsonObject
            {
                ["url"] = $"{url}/required_status_checks",
                ["strict"] = false,
                ["contexts"] = new JsonArray([.. rule.Checks.Select(check => (JsonNode)check)]),
                ["contexts_url"] = $"{url}/required_status_checks/contexts",
                ["checks"] = new JsonArray([.. rule.Checks.Select(check => new JsonObject { ["context"] = check, ["app_id"] = null })]),
            };
        }

        if (rule.RequiresPulls)
        {
            json["required_pull_request_reviews"] = Reviews(call, rule);
        }

        foreach (var name in (string[])[
            "required_linear_history", "allow_force_pushes", "allow_deletions", "block_creations", "required_conversation_resolution",
            "lock_branch",
            "allow_fork_syncing"])
        {
            json[name] = new JsonObject { ["enabled"] = false };
        }

        return json;
    }

    private static JsonObject Reviews(Call call, Protection rule) => new()
    {
        ["url"] = $"{Url(call, rule)}/required_pull_request_reviews",
        ["dismiss_stale_reviews"] = rule.DismissStale,
        ["require_code_owner_reviews"] = rule.CodeOwners,
        ["require_last_push_approval"] = rule.LastPush,
        ["required_approving_review_count"] = rule.Approvals,
    };
}
