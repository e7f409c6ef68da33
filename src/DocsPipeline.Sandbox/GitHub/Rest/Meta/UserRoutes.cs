using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Meta;

/// <summary><c>/user</c> and <c>/users/{login}</c>.</summary>
internal static class UserRoutes
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/user", (Call call) => new Answer(call.WireProfile(call.User, isPrivate: true)));
        api.MapGet("/users/{login}", (Call call, string login) => call.State.Users.ByLogin(login) is { } user
            ? new Answer(call.WireProfile(user, isPrivate: false))
            : throw Refusal.NotFound);
    }
}
