using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>check-run, status and combined-commit-status.</summary>
internal static class CheckWire
{
    public static JsonObject Wire(this Call call, CheckRun run)
    {
        var url = $"{call.Links.Of(call.Repository)}/check-runs/{run.Id}";
        var output = JsonNode.Parse(run.Output)!.AsObject();
        return new JsonObject
        {
            ["id"] = run.Id,
            ["name"] = run.Name,
            ["node_id"] = NodeId.Of("CheckRun", run.Id),
            ["head_sha"] = run.HeadSha,
            ["external_id"] = run.ExternalId ?? "",
            ["url"] = url,
            ["html_url"] = $"{call.Links.Page(call.Repository)}/commit/{run.HeadSha}#check-{run.Id}",
            ["details_url"] = run.DetailsUrl ?? call.Links.Page(call.Repository),
            ["status"] = run.Status,
            ["conclusion"] = run.Conclusion,
            ["started_at"] = run.StartedAt,
            ["completed_at"] = run.CompletedAt,
            ["output"] = new JsonObject
            {
                ["title"] = output["title"]?.DeepClone(),
                ["summary"] = output["summary"]?.DeepClone(),
                ["text"] = output["text"]?.DeepClone(),
                ["annotations_count"] = (output["annotations"] as JsonArray)?.Count ?? 0,
                ["annotations_url"] = $"{url}/annotations",
            },
            ["check_suite"] = new JsonObject { ["id"] = run.Id },
            ["app"] = App(call),
            ["pull_requests"] = new JsonArray([.. call.State.Pulls.All(call.Repository)
                .Where(pull => pull.IsOpen && pull.HeadSha == run.HeadSha).Select(pull => call.WireMinimal(pull))]),
        };
    }

    public static JsonObject Wire(this Call call, Status status, bool hasCreator = true)
    {
        var json = new JsonObject
        {
            ["url"] = $"{call.Links.Of(call.Repository)}/statuses/{status.Sha}",
            ["avatar_url"] = $"{call.Links.Web}/avatars/{status.Creator}",
            ["id"] = status.Id,
            ["node_id"] = NodeId.Of("StatusContext", status.Id),
            ["state"] = status.State,
            ["description"] = status.Description,
            ["target_url"] = status.TargetUrl,
            ["context"] = status.Context,
            ["created_at"] = status.CreatedAt,
            ["updated_at"] = status.CreatedAt,
        };
        if (hasCreator)
        {
            json["creator"] = call.WireUser(status.Creator);
        }

        return json;
    }

    public static JsonObject WireCombined(this Call call, string sha)
    {
        var all = call.State.Statuses.Latest(call.Repository, sha);
        var url = $"{call.Links.Of(call.Repository)}/commits/{sha}";
        return new JsonObject
        {
            ["state"] = all.Any(status => status.State is "error" or "failure") ? "failure"
                : all.Count == 0 || all.Any(status => status.State == "pending") ? "pending" : "success",
            ["statuses"] = new JsonArray([.. call.Slice(all).Select(status => call.Wire(status, hasCreator: false))]),
            ["sha"] = sha,
            ["total_count"] = all.Count,
            ["repository"] = call.WireRepository(),
            ["commit_url"] = url,
            ["url"] = $"{url}/status",
        };
    }

    private static JsonObject App(Call call) => new()
    {
        ["id"] = 15368,
        ["slug"] = "sandbox-actions",
        ["node_id"] = NodeId.Of("App", 15368),
        ["owner"] = call.Wire(call.State.Users.ByLogin(call.Repository.Owner)!),
        ["name"] = "Sandbox Actions",
        ["description"] = "Runs checks in the sandbox.",
        ["external_url"] = call.Links.Base,
        ["html_url"] = call.Links.Base,
        ["created_at"] = call.Repository.CreatedAt,
        ["updated_at"] = call.Repository.CreatedAt,
        ["permissions"] = new JsonObject { ["checks"] = "write", ["metadata"] = "read" },
        ["events"] = new JsonArray(),
    };
}
