using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>simple-user, public-user and private-user of GitHub's API.</summary>
internal static class UserWire
{
    public static JsonObject Wire(this Call call, User user)
    {
        var url = $"{call.Links.Api}/users/{user.Login}";
        return new JsonObject
        {
            ["login"] = user.Login,
            ["id"] = user.Id,
            ["node_id"] = NodeId.Of("User", user.Id),
            ["avatar_url"] = $"{call.Links.Web}/avatars/{user.Id}",
            ["gravatar_id"] = "",
            ["url"] = url,
            ["html_url"] = $"{call.Links.Web}/{user.Login}",
            ["followers_url"] = $"{url}/followers",
            ["following_url"] = $"{url}/following{{/other_user}}",
            ["gists_url"] = $"{url}/gists{{/gist_id}}",
            ["starred_url"] = $"{url}/starred{{/owner}}{{/repo}}",
            ["subscriptions_url"] = $"{url}/subscriptions",
            ["organizations_url"] = $"{url}/orgs",
            ["repos_url"] = $"{url}/repos",
            ["events_url"] = $"{url}/events{{/privacy}}",
            ["received_events_url"] = $"{url}/received_events",
            ["type"] = user.Type,
            ["user_view_type"] = "public",
            ["site_admin"] = user.IsAdmin,
        };
    }

    public static JsonNode? WireUser(this Call call, long? id) => id is { } known ? call.Wire(call.State.Users.Get(known)) : null;

    public static JsonArray WireUsers(this Call call, IEnumerable<User> users) => [.. users.Select(user => call.Wire(user))];

    public static JsonObject WireProfile(this Call call, User user, bool isPrivate)
    {
        var json = call.Wire(user);
        json["name"] = user.Name;
        json["company"] = null;
        json["blog"] = "";
        json["location"] = null;
        json["email"] = user.Email;
        json["hireable"] = null;
        json["bio"] = null;
        json["twitter_username"] = null;
        json["public_repos"] = 0;
        json["public_gists"] = 0;
        json["followers"] = 0;
        json["following"] = 0;
        json["created_at"] = user.CreatedAt;
        json["updated_at"] = user.CreatedAt;
        if (isPrivate)
        {
            json["user_view_type"] = "private";
            json["private_gists"] = 0;
            json["total_private_repos"] = 0;
            json["owned_private_repos"] = 0;
            json["disk_usage"] = 0;
            json["collaborators"] = 0;
            json["two_factor_authentication"] = true;
        }

        return json;
    }

    public static string Association(this Call call, long user) =>
        call.State.Repositories.Of(call.Repository, call.State.Users.Get(user)) switch
        {
            Permission.Admin => "MEMBER",
            Permission.None => "NONE",
            _ => "COLLABORATOR",
        };
}
