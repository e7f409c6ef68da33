using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Organizations;

/// <summary>
/// Organizations and their members: whoever has access to a repository of one is its member, an administrator there its owner.
/// </summary>
internal static class OrganizationRoutes
{
    public static void MapOrganizations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/orgs/{org}", (Call call) => new Answer(call.WireOrganization(call.Organization(), isFull: true)));
        api.MapGet("/user/orgs", (Call call) => call.Page(
            [.. Owners(call).Where(organization => call.IsMember(organization, call.User))],
            organization => call.WireOrganization(organization)));
        api.MapGet("/orgs/{org}/members", (Call call) =>
            call.Page(Members(call), user => call.Wire(user)));
        api.MapGet("/orgs/{org}/members/{login}", Check);
        api.MapGet("/orgs/{org}/memberships/{login}", Membership);
    }

    /// <summary>The organization that the path names.</summary>
    public static User Organization(this Call call) =>
        call.State.Users.ByLogin(call.Route("org")) is { IsOrganization: true } found ? found : throw Refusal.NotFound;

    public static bool IsMember(this Call call, User organization, User user) => call.Held(organization, user) > Permission.None;

    public static bool IsOwner(this Call call, User organization, User user) => call.Held(organization, user) == Permission.Admin;

    private static Permission Held(this Call call, User organization, User user) => call.State.Repositories.All()
        .Where(repository => repository.Owner.Equals(organization.Login, StringComparison.OrdinalIgnoreCase))
        .Select(repository => call.State.Repositories.Of(repository, user))
        .DefaultIfEmpty(Permission.None)
        .Max();

    private static IEnumerable<User> Owners(Call call) => call.State.Repositories.All()
        .Select(repository => call.State.Users.ByLogin(repository.Owner))
        .OfType<User>()
        .Where(owner => owner.IsOrganization)
        .DistinctBy(owner => owner.Id);

    private static IReadOnlyList<User> Members(Call call)
    {
        var (organization, role) = (call.Organization(), call.Query("role") ?? "all");
        return call.Visitor is not { } visitor || !call.IsMember(organization, visitor) ? [] :
            [.. call.State.Repositories.All()
            .SelectMany(repository => call.State.Users.WithAccess(repository.Id))
            .DistinctBy(user => user.Id)
            .Where(user => call.IsMember(organization, user) && (role == "all" || role == "admin" == call.IsOwner(organization, user)))];
    }

    private static Answer Check(Call call, string login)
    {
        var organization = call.Organization();
        if (call.Visitor is not { } visitor || !call.IsMember(organization, visitor))
        {
            var elsewhere = $"{call.Links.Api}/orgs/{organization.Login}/public_members/{login}";
            return new Answer(null, StatusCodes.Status302Found) { Location = elsewhere };
        }

        return call.State.Users.ByLogin(login) is { } user && call.IsMember(organization, user) ? Answer.NoContent : throw Refusal.NotFound;
    }

    private static Answer Membership(Call call, string login)
    {
        var organization = call.Organization();
        if (!call.IsMember(organization, call.User))
        {
            throw new Refusal(403, "You must be a member of this organization to see its memberships.");
        }

        if (call.State.Users.ByLogin(login) is not { } user || !call.IsMember(organization, user))
        {
            throw Refusal.NotFound;
        }

        var url = $"{call.Links.Api}/orgs/{organization.Login}";
        return new Answer(new JsonObject
        {
            ["url"] = $"{url}/memberships/{user.Login}",
            ["state"] = "active",
            ["role"] = call.IsOwner(organization, user) ? "admin" : "member",
            ["organization_url"] = url,
            ["organization"] = call.WireOrganization(organization),
            ["user"] = call.Wire(user),
        });
    }
}
