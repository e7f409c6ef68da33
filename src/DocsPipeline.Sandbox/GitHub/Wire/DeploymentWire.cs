using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>deployment and deployment-status.</summary>
internal static class DeploymentWire
{
    public static JsonObject Wire(this Call call, Deployment deployment)
    {
        var url = $"{call.Links.Of(call.Repository)}/deployments/{deployment.Id}";
        return new JsonObject
        {
            ["url"] = url,
            ["id"] = deployment.Id,
            ["node_id"] = NodeId.Of("Deployment", deployment.Id),
            ["sha"] = deployment.Sha,
            ["ref"] = deployment.Ref,
            ["task"] = deployment.Task,
            ["payload"] = JsonNode.Parse(deployment.Payload),
            ["original_environment"] = deployment.Environment,
            ["environment"] = deployment.Environment,
            ["description"] = deployment.Description,
            ["creator"] = call.WireUser(deployment.Creator),
            ["created_at"] = deployment.CreatedAt,
            ["updated_at"] = deployment.UpdatedAt,
            ["statuses_url"] = $"{url}/statuses",
            ["repository_url"] = call.Links.Of(call.Repository),
            ["transient_environment"] = deployment.IsTransient,
            ["production_environment"] = deployment.IsProduction,
            ["performed_via_github_app"] = null,
        };
    }

    public static JsonObject Wire(this Call call, DeploymentStatus status)
    {
        var deployment = $"{call.Links.Of(call.Repository)}/deployments/{status.Deployment}";
        return new JsonObject
        {
            ["url"] = $"{deployment}/statuses/{status.Id}",
            ["id"] = status.Id,
            ["node_id"] = NodeId.Of("DeploymentStatus", status.Id),
            ["state"] = status.State,
            ["creator"] = call.WireUser(status.Creator),
            ["description"] = status.Description,
            ["environment"] = status.Environment,
            ["target_url"] = status.LogUrl,
            ["log_url"] = status.LogUrl,
            ["environment_url"] = status.EnvironmentUrl,
            ["created_at"] = status.CreatedAt,
            ["updated_at"] = status.CreatedAt,
            ["deployment_url"] = deployment,
            ["repository_url"] = call.Links.Of(call.Repository),
            ["performed_via_github_app"] = null,
        };
    }
}
