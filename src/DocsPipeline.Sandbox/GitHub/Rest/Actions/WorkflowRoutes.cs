using System.Text.Json;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Actions;

/// <summary>
/// The workflows of the default branch, and <c>workflow_dispatch</c>, checked against the workflow as it stands at the named ref.
/// </summary>
internal static class WorkflowRoutes
{
    private const int MostInputs = 25;

    public static void MapWorkflows(this IEndpointRouteBuilder repository)
    {
        var workflows = repository.MapGroup("/actions/workflows");
        workflows.MapGet("", ListAsync);
        workflows.MapGet("/{workflow}", async (Call call) => new Answer(Wire(call, await FindAsync(call))));
        workflows.MapPost("/{workflow}/dispatches", DispatchAsync);
    }

    private static async Task<Answer> ListAsync(Call call) =>
        call.Page("workflows", await Workflow.AllAsync(call, await call.TipAsync(null)), one => Wire(call, one));

    private static async Task<Answer> DispatchAsync(Call call)
    {
        var known = await FindAsync(call);
        if (call.State.Repositories.Of(call.Repository, call.User) < Permission.Write)
        {
            throw new Refusal(403, "Must have admin rights to Repository.");
        }

        var name = call.Body.Text("ref");
        var given = call.Body.Object("inputs") ?? [];
        if (given.Count > MostInputs)
        {
            throw Refusal.Unprocessable(
                $"Invalid request.\n\nNo more than {MostInputs} properties are allowed; {given.Count} were supplied.");
        }

        var tip = await call.ResolveAsync(name) ?? throw Refusal.Unprocessable($"No ref found for: {name}");
        var workflow = (await Workflow.AllAsync(call, tip)).FirstOrDefault(one => one.Path == known.Path);
        if (workflow?.Inputs is not { } inputs)
        {
            throw Refusal.Unprocessable("Workflow does not have 'workflow_dispatch' trigger");
        }

        var strangers = given.Select(pair => pair.Key).Where(input => !inputs.ContainsKey(input)).ToList();
        if (strangers.Count > 0)
        {
            throw Refusal.Unprocessable($"Unexpected inputs provided: {JsonSerializer.Serialize(strangers)}");
        }

        return inputs.FirstOrDefault(input => input.Value && !given.ContainsKey(input.Key)).Key is { } missing
            ? throw Refusal.Unprocessable($"Required input '{missing}' not provided")
            : Answer.NoContent;
    }

    private static async Task<Workflow> FindAsync(Call call)
    {
        var wanted = call.Route("workflow");
        var all = await Workflow.AllAsync(call, await call.TipAsync(null));
        return all.FirstOrDefault(one => one.Id.ToString() == wanted || one.FileName == wanted) ?? throw Refusal.NotFound;
    }

    private static JsonObject Wire(Call call, Workflow one) => new()
    {
        ["id"] = one.Id,
        ["node_id"] = NodeId.Of("Workflow", one.Id),
        ["name"] = one.Name,
        ["path"] = one.Path,
        ["state"] = "active",
        ["created_at"] = call.Repository.CreatedAt,
        ["updated_at"] = call.Repository.UpdatedAt,
        ["url"] = $"{call.Links.Of(call.Repository)}/actions/workflows/{one.Id}",
        ["html_url"] = $"{call.Links.Page(call.Repository)}/blob/{call.Repository.DefaultBranch}/{one.Path}",
        ["badge_url"] = $"{call.Links.Page(call.Repository)}/workflows/{Uri.EscapeDataString(one.Name)}/badge.svg",
    };
}
