using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>environment, with its protection rules.</summary>
internal static class EnvironmentWire
{
    public static JsonObject Wire(this Call call, DeploymentEnvironment one)
    {
        var policy = one.Policy is null ? null : JsonNode.Parse(one.Policy);
        var name = Uri.EscapeDataString(one.Name);
        return new JsonObject
        {
            ["id"] = one.Id,
            ["node_id"] = NodeId.Of("Environment", one.Id),
            ["name"] = one.Name,
            ["url"] = $"{call.Links.Of(call.Repository)}/environments/{name}",
            ["html_url"] = $"{call.Links.Page(call.Repository)}/deployments/activity_log?environments_filter={name}",
            ["created_at"] = one.CreatedAt,
            ["updated_at"] = one.UpdatedAt,
            ["protection_rules"] = Rules(call, one, policy is not null),
            ["deployment_branch_policy"] = policy,
        };
    }

    private static JsonArray Rules(Call call, DeploymentEnvironment one, bool hasPolicy)
    {
        var rules = new JsonArray();
        if (one.WaitTimer > 0)
        {
            rules.Add(new JsonObject(Rule(1, "wait_timer")) { ["wait_timer"] = one.WaitTimer });
        }

        if (JsonNode.Parse(one.Reviewers) is JsonArray { Count: > 0 } reviewers)
        {
            rules.Add(new JsonObject(Rule(2, "required_reviewers"))
            {
                ["prevent_self_review"] = one.PreventsSelfReview,
                ["reviewers"] = new JsonArray([.. reviewers.Select(
                    reviewer => Reviewer(call, reviewer!["type"]!.GetValue<string>(), reviewer["id"]!.GetValue<long>()))]),
            });
        }

        if (hasPolicy)
        {
            rules.Add(new JsonObject(Rule(3, "branch_policy")));
        }

        return rules;

        Dictionary<string, JsonNode?> Rule(int kind, string type)
        {
            var id = (one.Id * 10) + kind;
            return new() { ["id"] = id, ["node_id"] = NodeId.Of("GateType", id), ["type"] = type };
        }
    }

    private static JsonObject Reviewer(Call call, string type, long id) => new()
    {
        ["type"] = type,
        ["reviewer"] = type == "Team" && call.State.Teams.Find(id) is { } team ? call.Wire(team) : call.WireUser(id),
    };
}
