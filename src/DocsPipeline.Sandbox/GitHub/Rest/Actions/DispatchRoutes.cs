using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rest.Actions;

/// <summary><c>repository_dispatch</c>: taken or refused as GitHub does; nothing runs, since the sandbox has no runners.</summary>
internal static class DispatchRoutes
{
    private const int MostProperties = 10;

    public static void MapDispatches(this IEndpointRouteBuilder repository) => repository.MapPost("/dispatches", Dispatch);

    private static Answer Dispatch(Call call)
    {
        // GitHub does not tell apart what is not there and what may not be written.
        if (call.State.Repositories.Of(call.Repository, call.User) < Permission.Write)
        {
            throw Refusal.NotFound;
        }

        var type = call.Body.Text("event_type");
        if (type.Length is 0 or > 100)
        {
            throw Refusal.Unprocessable($"Invalid request.\n\nFor 'properties/event_type', \"{type}\" must be 1 to 100 characters long.");
        }

        return call.Body.Object("client_payload") is { Count: > MostProperties } payload
            ? throw Refusal.Unprocessable(
                $"Invalid request.\n\nNo more than {MostProperties} properties are allowed; {payload.Count} were supplied.")
            : Answer.NoContent;
    }
}
