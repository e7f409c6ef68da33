using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Organizations;

/// <summary>Who is in a team; somebody from outside the organization is invited and stays <c>pending</c>.</summary>
internal static class TeamMemberRoutes
{
    public static void MapTeamMembers(this IEndpointRouteBuilder team)
    {
        team.MapGet("/members", Members);
        team.MapGet("/memberships/{login}", (Call call, string login) =>
            call.State.Users.ByLogin(login) is { } user && call.State.Teams.Role(call.Team(), user) is { } role
                ? Membership(call, call.Team(), user, role)
                : throw Refusal.NotFound);
        team.MapPut("/memberships/{login}", Put);
        team.MapDelete("/memberships/{login}", Remove);
    }

    private static Answer Members(Call call)
    {
        var (team, role) = (call.Team(), call.Query("role") ?? "all");
        var users = call.State.Teams.Members(team).Select(call.State.Users.Get);
        return call.Page(
            [.. users.Where(user => IsActive(call, team, user) && (role == "all" || call.State.Teams.Role(team, user) == role))],
            user => call.Wire(user));
    }

    private static Answer Put(Call call, string login)
    {
        var team = call.Maintained();
        var user = call.State.Users.ByLogin(login) ?? throw Refusal.NotFound;
        if (user.IsOrganization)
        {
            throw Refusal.Unprocessable("Cannot add an organization as a member.");
        }

        var role = call.Body.OneOf("role", "member", "maintainer") ?? "member";
        call.State.Teams.Put(team, user, role);
        return Membership(call, team, user, role);
    }

    private static Answer Remove(Call call, string login)
    {
        var team = call.Maintained();
        if (call.State.Users.ByLogin(login) is not { } user || call.State.Teams.Role(team, user) is null)
        {
            throw Refusal.NotFound;
        }

        call.State.Teams.Take(team, user);
        return Answer.NoContent;
    }

    private static bool IsActive(Call call, Team team, User user) => call.IsMember(call.State.Users.Get(team.Organization), user);

    private static Answer Membership(Call call, Team team, User user, string role) => new(new JsonObject
    {
        ["url"] = $"{call.Links.Of(team)}/memberships/{user.Login}",
        ["role"] = role,
        ["state"] = IsActive(call, team, user) ? "active" : "pending",
    });
}
