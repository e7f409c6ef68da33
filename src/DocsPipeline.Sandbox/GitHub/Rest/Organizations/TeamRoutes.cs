using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Organizations;

/// <summary>Teams, by their name in an organization and by their number, as older clients ask.</summary>
internal static partial class TeamRoutes
{
    public static void MapTeams(this IEndpointRouteBuilder api)
    {
        api.MapGet("/orgs/{org}/teams", List);
        api.MapPost("/orgs/{org}/teams", Create);
        foreach (var team in (RouteGroupBuilder[])[api.MapGroup("/orgs/{org}/teams/{slug}"), api.MapGroup("/teams/{id:long}")])
        {
            team.MapGet("", (Call call) => new Answer(call.WireFull(call.Team())));
            team.MapDelete("", Remove);
            team.MapTeamMembers();
        }
    }

    /// <summary>The team that the path names; what the caller may not see is not there.</summary>
    public static Team Team(this Call call)
    {
        var found = call.Http.GetRouteValue("id") is string id
            ? call.State.Teams.Find(long.Parse(id))
            : call.State.Teams.Find(call.Organization(), call.Route("slug"));
        return found is not null && Sees(call, found) ? found : throw Refusal.NotFound;
    }

    /// <summary>Refuses whoever is neither an owner of the organization nor a maintainer of the team.</summary>
    public static Team Maintained(this Call call)
    {
        var team = call.Team();
        return call.IsOwner(call.State.Users.Get(team.Organization), call.User) || call.State.Teams.Role(team, call.User) == "maintainer"
            ? team
            : throw new Refusal(403, "You must be an organization owner or team maintainer to change a team.");
    }

    private static bool Sees(Call call, Team team)
    {
        var organization = call.State.Users.Get(team.Organization);
        return call.IsOwner(organization, call.User)
            || call.State.Teams.Role(team, call.User) is not null
            || (team.Privacy == "closed" && call.IsMember(organization, call.User));
    }

    private static Answer List(Call call)
    {
        var organization = call.Organization();
        return call.IsMember(organization, call.User)
            ? call.Page([.. call.State.Teams.Of(organization).Where(team => Sees(call, team))], team => call.Wire(team))
            : throw new Refusal(403, "You must be a member of this organization to see its teams.");
    }

    private static Answer Create(Call call)
    {
        var organization = call.Organization();
        if (!call.IsMember(organization, call.User))
        {
            throw new Refusal(403, "You must be a member of this organization to create a team.");
        }

        var name = call.Body.Text("name").Trim();
        var slug = Separators().Replace(name.ToLowerInvariant(), "-").Trim('-');
        if (slug.Length == 0)
        {
            throw Refusal.Field("Team", "name", "missing_field");
        }

        if (call.State.Teams.Find(organization, slug) is not null)
        {
            throw Refusal.Field("Team", "name", "already_exists", "Name must be unique for this org");
        }

        if (call.Body.Texts("repo_names") is { Count: > 0 })
        {
            throw new Refusal(501, "This sandbox gives no team a repository.");
        }

        var privacy = call.Body.OneOf("privacy", "secret", "closed") ?? "secret";
        var maintainers = Maintainers(call, organization);
        return call.State.Database.Do(() =>
        {
            var team = call.State.Teams.Add(
                new Team(0, organization.Id, name, slug, call.Body.TextOrNull("description"), privacy, call.State.Now));
            foreach (var maintainer in maintainers)
            {
                call.State.Teams.Put(team, maintainer, "maintainer");
            }

            return Answer.Created(call.WireFull(team));
        });
    }

    // Who makes a team maintains it; an owner of the organization need not be in it.
    private static List<User> Maintainers(Call call, User organization)
    {
        var named = (call.Body.Texts("maintainers") ?? []).Select(login =>
            call.State.Users.ByLogin(login) is { } user && call.IsMember(organization, user)
                ? user
                : throw Refusal.Field("Team", "maintainers", "invalid"));
        return [.. named.Concat(call.IsOwner(organization, call.User) ? [] : [call.User]).DistinctBy(user => user.Id)];
    }

    private static Answer Remove(Call call)
    {
        call.State.Teams.Remove(call.Maintained());
        return Answer.NoContent;
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Separators();
}
