using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>Branches and tags.</summary>
internal static class BranchRoutes
{
    public static void MapBranches(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/branches", ListAsync);
        repository.MapGet("/branches/{branch}", GetAsync);
        repository.MapGet("/tags", TagsAsync);
    }

    private static async Task<Answer> ListAsync(Call call)
    {
        var refs = await call.Git.Refs.ListAsync("refs/heads/");
        var branches = refs.Select(found => (Name: found.Name["refs/heads/".Length..], found.Sha));
        var only = call.Query("protected");
        return call.Page(
            [.. branches.Where(one => only is null || (only == "true") == (Rule(call, one.Name) is not null))],
            one => new JsonObject
            {
                ["name"] = one.Name,
                ["commit"] = new JsonObject { ["sha"] = one.Sha, ["url"] = $"{call.Links.Of(call.Repository)}/commits/{one.Sha}" },
                ["protected"] = Rule(call, one.Name) is not null,
            });
    }

    private static async Task<Answer> GetAsync(Call call)
    {
        var name = call.Route("branch");
        if (await call.Git.Refs.BranchAsync(name) is not { } sha)
        {
            throw new Refusal(404, "Branch not found");
        }

        var self = $"{call.Links.Of(call.Repository)}/branches/{Uri.EscapeDataString(name)}";
        var rule = Rule(call, name);
        return new Answer(new JsonObject
        {
            ["name"] = name,
            ["commit"] = call.Wire((await call.Git.Objects.CommitAsync(sha))!),
            ["_links"] = new JsonObject { ["self"] = self, ["html"] = $"{call.Links.Page(call.Repository)}/tree/{Links.Escape(name)}" },
            ["protected"] = rule is not null,
            ["protection"] = new JsonObject
            {
                ["enabled"] = rule is not null,
                ["required_status_checks"] = new JsonObject
                {
                    ["enforcement_level"] = rule?.Checks is null ? "off" : "everyone",
                    ["contexts"] = new JsonArray([.. (rule?.Checks ?? []).Select(check => (JsonNode)check)]),
                    ["checks"] = new JsonArray(),
                },
            },
            ["protection_url"] = $"{self}/protection",
        });
    }

    private static async Task<Answer> TagsAsync(Call call)
    {
        var url = call.Links.Of(call.Repository);
        var tags = new List<(string Name, string Sha)>();
        foreach (var found in await call.Git.Refs.ListAsync("refs/tags/"))
        {
            if (await call.Git.Refs.ResolveAsync(found.Name) is { } sha)
            {
                tags.Add((found.Name["refs/tags/".Length..], sha));
            }
        }

        return call.Page(tags, tag => new JsonObject
        {
            ["name"] = tag.Name,
            ["commit"] = new JsonObject { ["sha"] = tag.Sha, ["url"] = $"{url}/commits/{tag.Sha}" },
            ["zipball_url"] = $"{url}/zipball/refs/tags/{tag.Name}",
            ["tarball_url"] = $"{url}/tarball/refs/tags/{tag.Name}",
            ["node_id"] = NodeId.Of("Ref", tag.Name),
        });
    }

    private static Protection? Rule(Call call, string branch) => call.State.Protections.Find(call.Repository, branch);
}
