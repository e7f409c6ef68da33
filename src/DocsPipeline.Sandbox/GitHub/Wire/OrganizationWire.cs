using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>organization-simple, organization-full, team and team-full.</summary>
internal static class OrganizationWire
{
    public static JsonObject WireOrganization(this Call call, User organization, bool isFull = false)
    {
        var url = $"{call.Links.Api}/orgs/{organization.Login}";
        var json = new JsonObject
        {
            ["login"] = organization.Login,
            ["id"] = organization.Id,
            ["node_id"] = NodeId.Of("Organization", organization.Id),
            ["url"] = url,
            ["repos_url"] = $"{url}/repos",
            ["events_url"] = $"{url}/events",
            ["hooks_url"] = $"{url}/hooks",
            ["issues_url"] = $"{url}/issues",
            ["members_url"] = $"{url}/members{{/member}}",
            ["public_members_url"] = $"{url}/public_members{{/member}}",
            ["avatar_url"] = $"{call.Links.Web}/avatars/{organization.Id}",
            ["description"] = null,
        };
        if (isFull)
        {
            json["name"] = organization.Name;
            json["html_url"] = $"{call.Links.Web}/{organization.Login}";
            json["type"] = "Organization";
            json["created_at"] = organization.CreatedAt;
            json["updated_at"] = organization.CreatedAt;
            json["archived_at"] = null;
            json["has_organization_projects"] = false;
            json["has_repository_projects"] = false;
            foreach (var count in (string[])["public_repos", "public_gists", "followers", "following"])
            {
                json[count] = 0;
            }
        }

        return json;
    }

    public static string Of(this Links links, Team team) => $"{links.Api}/organizations/{team.Organization}/team/{team.Id}";

    public static JsonObject Wire(this Call call, Team team)
    {
        var url = call.Links.Of(team);
        return new JsonObject
        {
            ["id"] = team.Id,
            ["node_id"] = NodeId.Of("Team", team.Id),
            ["url"] = url,
            ["html_url"] = $"{call.Links.Web}/orgs/{call.State.Users.Get(team.Organization).Login}/teams/{team.Slug}",
            ["name"] = team.Name,
            ["slug"] = team.Slug,
            ["description"] = team.Description,
            ["privacy"] = team.Privacy,
            ["notification_setting"] = "notifications_enabled",
            ["permission"] = "pull",
            ["members_url"] = $"{url}/members{{/member}}",
            ["repositories_url"] = $"{url}/repos",
            ["type"] = "organization",
            ["organization_id"] = team.Organization,
            ["parent"] = null,
        };
    }

    public static JsonObject WireFull(this Call call, Team team)
    {
        var json = call.Wire(team);
        json["members_count"] = call.State.Teams.Members(team).Count;
        json["repos_count"] = 0;
        json["created_at"] = team.CreatedAt;
        json["updated_at"] = team.CreatedAt;
        json["organization"] = call.WireOrganization(call.State.Users.Get(team.Organization), isFull: true);
        return json;
    }
}
