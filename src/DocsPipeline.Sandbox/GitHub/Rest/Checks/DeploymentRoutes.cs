using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Checks;

/// <summary>Deployments and their statuses.</summary>
internal static class DeploymentRoutes
{
    private static readonly string[] States = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];

    public static void MapDeployments(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/deployments", List);
        repository.MapPost("/deployments", CreateAsync);
        repository.MapGet("/deployments/{id:long}", (Call call, long id) => new Answer(call.Wire(Find(call, id))));
        repository.MapDelete("/deployments/{id:long}", Remove);
        repository.MapGet("/deployments/{id:long}/statuses", (Call call, long id) =>
            call.Page(call.State.Deployments.StatusesOf(Find(call, id)), status => call.Wire(status)));
        repository.MapPost("/deployments/{id:long}/statuses", AddStatus);
        repository.MapGet("/deployments/{id:long}/statuses/{status:long}", (Call call, long id, long status) =>
            call.State.Deployments.StatusesOf(Find(call, id)).FirstOrDefault(one => one.Id == status) is { } found
                ? new Answer(call.Wire(found))
                : throw Refusal.NotFound);
    }

    private static Answer List(Call call)
    {
        bool Is(string name, string value) => call.Query(name) is not { Length: > 0 } wanted || wanted == "none" || wanted == value;
        return call.Page(
            [.. call.State.Deployments.All(call.Repository).Where(one =>
                Is("sha", one.Sha) && Is("ref", one.Ref) && Is("task", one.Task) && Is("environment", one.Environment))],
            one => call.Wire(one));
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        var body = call.Body;
        var name = body.Text("ref");
        var sha = await call.ResolveAsync(name) ?? throw Refusal.Unprocessable($"No ref found for: {name}");
        var environment = body.TextOrNull("environment") ?? "production";
        foreach (var context in body.Texts("required_contexts") ?? [])
        {
            if (call.State.Statuses.Latest(call.Repository, sha).All(status => status.Context != context || status.State != "success")
                && call.State.CheckRuns.On(call.Repository, sha).All(run => run.Name != context || run.Conclusion != "success"))
            {
                throw new Refusal(409, $"Conflict: Commit status checks failed for {name}.");
            }
        }

        var now = call.State.Now;
        var deployment = new Deployment(
            0, sha, name, body.TextOrNull("task") ?? "deploy", environment, body.TextOrNull("description"),
            body.Value("payload")?.ToJsonString() ?? "{}",
            call.User.Id, body.Flag("transient_environment") ?? false, body.Flag("production_environment") ?? environment == "production",
            now, now);
        return call.State.Database.Do(() =>
        {
            if (call.State.Environments.Find(call.Repository, environment) is null)
            {
                call.State.Environments.Put(call.Repository, DeploymentEnvironment.New(environment, now));
            }

            return Answer.Created(call.Wire(call.State.Deployments.Add(call.Repository, deployment)));
        });
    }

    private static Answer AddStatus(Call call, long id)
    {
        call.Demand(Permission.Write);
        var deployment = Find(call, id);
        var body = call.Body.Demand("state");
        var state = body.OneOf("state", States)!;
        var environment = body.TextOrNull("environment") ?? deployment.Environment;
        return call.State.Database.Do(() =>
        {
            // A success retires what was live in the same environment, unless the caller says otherwise.
            if (state == "success" && (body.Flag("auto_inactive") ?? true) && !deployment.IsTransient)
            {
                foreach (var older in call.State.Deployments.All(call.Repository)
                    .Where(one => one.Id != id && one.Environment == environment))
                {
                    if (call.State.Deployments.StatusesOf(older) is [{ State: "success" }, ..])
                    {
                        call.State.Deployments.Add(New(call, older.Id, "inactive", "", environment, RequestBody.Empty));
                    }
                }
            }

            return Answer.Created(
                call.Wire(call.State.Deployments.Add(New(call, id, state, body.TextOrNull("description") ?? "", environment, body))));
        });
    }

    private static DeploymentStatus New(Call call, long id, string state, string description, string environment, RequestBody body) => new(
        0, id, state, description, environment, body.TextOrNull("environment_url") ?? "",
        body.TextOrNull("log_url") ?? body.TextOrNull("target_url") ?? "", call.User.Id, call.State.Now);

    private static Answer Remove(Call call, long id)
    {
        call.Demand(Permission.Write);
        var deployment = Find(call, id);
        if (call.State.Deployments.StatusesOf(deployment) is [{ State: not "inactive" }, ..])
        {
            throw Refusal.Unprocessable("We cannot delete an active deployment unless it is the only deployment in a given environment.");
        }

        call.State.Deployments.Remove(deployment);
        return Answer.NoContent;
    }

    private static Deployment Find(Call call, long id) => call.State.Deployments.Find(call.Repository, id) ?? throw Refusal.NotFound;
}
