using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Checks;

/// <summary>Check runs.</summary>
internal static class CheckRunRoutes
{
    private static readonly string[] Conclusions =
        ["action_required", "cancelled", "failure", "neutral", "success", "skipped", "stale", "timed_out"];

    public static void MapCheckRuns(this IEndpointRouteBuilder repository)
    {
        repository.MapPost("/check-runs", CreateAsync);
        repository.MapGet("/check-runs/{id:long}", (Call call, long id) => new Answer(call.Wire(Find(call, id))));
        repository.MapPatch("/check-runs/{id:long}", Update);
        repository.MapGet("/check-runs/{id:long}/annotations", Annotations);
        repository.MapGet("/commits/{sha}/check-runs", ListAsync);
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        DemandApp(call);
        call.Body.Demand("name", "head_sha");
        var commit = await call.CommitAsync(call.Body.Text("head_sha"));
        var run = Merged(call, new CheckRun(0, commit.Sha, call.Body.Text("name"), "queued", null, null, null, call.State.Now, null, "{}"));
        return Answer.Created(call.Wire(call.State.CheckRuns.Add(call.Repository, run)));
    }

    private static Answer Update(Call call, long id)
    {
        DemandApp(call);
        var run = Merged(call, Find(call, id));
        call.State.CheckRuns.Save(run);
        return new Answer(call.Wire(run));
    }

    // Checks are written by apps only; a person's token is refused however much that person may do.
    private static void DemandApp(Call call)
    {
        call.Demand(Permission.Write);
        if (call.User.Type != "Bot")
        {
            throw new Refusal(403, "You must authenticate via a GitHub App.");
        }
    }

    private static CheckRun Merged(Call call, CheckRun run)
    {
        var body = call.Body;
        var conclusion = body.OneOf("conclusion", Conclusions);
        var status = conclusion is null
            ? body.OneOf("status", "queued", "in_progress", "completed", "waiting", "requested", "pending") ?? run.Status
            : "completed";
        if (status == "completed" && (conclusion ?? run.Conclusion) is null)
        {
            throw Refusal.Unprocessable("Invalid request.\n\nNo subschema in \"anyOf\" matched.\n\"conclusion\" wasn't supplied.");
        }

        var output = body.Inner("output");
        _ = output?.Text("title") + output?.Text("summary");
        return run with
        {
            Name = body.TextOrNull("name") ?? run.Name,
            Status = status,
            Conclusion = conclusion ?? run.Conclusion,
            ExternalId = body.TextOrNull("external_id") ?? run.ExternalId,
            DetailsUrl = body.TextOrNull("details_url") ?? run.DetailsUrl,
            StartedAt = body.TextOrNull("started_at") ?? run.StartedAt,
            CompletedAt = body.TextOrNull("completed_at") ?? run.CompletedAt ?? (status == "completed" ? call.State.Now : null),
            Output = body.Object("output")?.ToJsonString() ?? run.Output,
        };
    }

    private static async Task<Answer> ListAsync(Call call)
    {
        var commit = await call.CommitAsync(call.Route("sha"));
        var (name, status) = (call.Query("check_name"), call.Query("status"));
        var found = call.State.CheckRuns.On(call.Repository, commit.Sha)
            .Where(run => (name is null || run.Name == name) && (status is null || run.Status == status));
        return call.Page(
            "check_runs", [.. call.Query("filter") == "all" ? found : found.DistinctBy(run => run.Name)], run => call.Wire(run));
    }

    private static Answer Annotations(Call call, long id)
    {
        var run = Find(call, id);
        var given = (JsonNode.Parse(run.Output)?["annotations"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return call.Page(given, one => new JsonObject
        {
            ["path"] = one["path"]?.DeepClone() ?? "",
            ["blob_href"] = $"{call.Links.Page(call.Repository)}/blob/{run.HeadSha}",
            ["start_line"] = one["start_line"]?.DeepClone() ?? 1,
            ["start_column"] = one["start_column"]?.DeepClone(),
            ["end_line"] = one["end_line"]?.DeepClone() ?? 1,
            ["end_column"] = one["end_column"]?.DeepClone(),
            ["annotation_level"] = one["annotation_level"]?.DeepClone(),
            ["title"] = one["title"]?.DeepClone(),
            ["message"] = one["message"]?.DeepClone(),
            ["raw_details"] = one["raw_details"]?.DeepClone(),
        });
    }

    private static CheckRun Find(Call call, long id) => call.State.CheckRuns.Find(call.Repository, id) ?? throw Refusal.NotFound;
}
