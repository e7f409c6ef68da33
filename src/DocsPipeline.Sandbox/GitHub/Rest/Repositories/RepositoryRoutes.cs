using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Repositories;

/// <summary>The repository itself, its people and its code owners' file.</summary>
internal static class RepositoryRoutes
{
    public static void MapRepository(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("", (Call call) => new Answer(call.WireRepository(isFull: true)));
        repository.MapGet("/codeowners/errors", CodeOwnersErrorsAsync);
        repository.MapGet("/assignees", (Call call) => call.Page(Writers(call), user => call.Wire(user)));
        repository.MapGet("/assignees/{login}", (Call call, string login) =>
            call.Repository is not null && Writers(call).Any(user => user.Login == login) ? Answer.NoContent : throw Refusal.NotFound);
        repository.MapGet(
            "/collaborators", (Call call) => call.Page(call.State.Users.WithAccess(call.Repository.Id), user => Collaborator(call, user)));
        repository.MapGet("/collaborators/{login}", (Call call, string login) =>
            Held(call, login) > Permission.None ? Answer.NoContent : throw Refusal.NotFound);
        repository.MapGet("/collaborators/{login}/permission", (Call call, string login) => new Answer(new JsonObject
        {
            ["permission"] = Word(Held(call, login)),
            ["role_name"] = Word(Held(call, login)),
            ["user"] = Collaborator(call, call.State.Users.ByLogin(login)!),
        }));
    }

    private static List<User> Writers(Call call) =>
        [.. call.State.Users.WithAccess(call.Repository.Id)
            .Where(user => call.State.Repositories.Of(call.Repository, user) >= Permission.Write)];

    private static Permission Held(Call call, string login) =>
        call.State.Users.ByLogin(login) is { } user ? call.State.Repositories.Of(call.Repository, user) : throw Refusal.NotFound;

    private static string Word(Permission held) => held.ToString().ToLowerInvariant();

    private static JsonObject Collaborator(Call call, User user)
    {
        var held = call.State.Repositories.Of(call.Repository, user);
        var json = call.Wire(user);
        json["role_name"] = Word(held);
        json["permissions"] = new JsonObject
        {
            ["pull"] = held >= Permission.Read,
            ["triage"] = held >= Permission.Write,
            ["push"] = held >= Permission.Write,
            ["maintain"] = held >= Permission.Admin,
            ["admin"] = held >= Permission.Admin,
        };
        return json;
    }

    private static async Task<Answer> CodeOwnersErrorsAsync(Call call)
    {
        var owners = await CodeOwners.ReadAsync(call.State, call.Repository, await call.TipAsync(call.Query("ref")));
        return owners.Path is null ? throw Refusal.NotFound : new Answer(new JsonObject
        {
            ["errors"] = new JsonArray([.. owners.Errors.Select(error => new JsonObject
            {
                ["line"] = error.Line,
                ["column"] = error.Column,
                ["source"] = error.Source + "\n",
                ["kind"] = error.Kind,
                ["suggestion"] = error.Suggestion,
                ["message"] = $"{error.Kind} on line {error.Line}: {error.Suggestion}\n\n  {error.Source}\n"
                    + $"  {new string(' ', error.Column - 1)}^",
                ["path"] = owners.Path,
            })]),
        });
    }
}
