using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Checks;

/// <summary>Commit statuses.</summary>
internal static class StatusRoutes
{
    public static void MapStatuses(this IEndpointRouteBuilder repository)
    {
        repository.MapPost("/statuses/{sha}", CreateAsync);
        repository.MapGet(
            "/commits/{sha}/status", async (Call call) => new Answer(call.WireCombined((await call.CommitAsync(call.Route("sha"))).Sha)));
        repository.MapGet("/commits/{sha}/statuses", async (Call call) =>
        {
            var commit = await call.CommitAsync(call.Route("sha"));
            return call.Page(call.State.Statuses.On(call.Repository, commit.Sha), status => call.Wire(status));
        });
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("state");
        var commit = await call.CommitAsync(call.Route("sha"));
        var status = new Status(
            0, commit.Sha, call.Body.OneOf("state", "error", "failure", "pending", "success")!,
            call.Body.TextOrNull("context") ?? "default",
            call.Body.TextOrNull("description"), call.Body.TextOrNull("target_url"), call.User.Id, call.State.Now);
        return Answer.Created(call.Wire(call.State.Statuses.Add(call.Repository, status)));
    }
}
