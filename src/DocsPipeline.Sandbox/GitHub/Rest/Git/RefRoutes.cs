using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Git;

/// <summary>Refs, read and moved one at a time.</summary>
internal static class RefRoutes
{
    public static void MapRefs(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/git/ref/{**ref}", GetAsync);
        repository.MapGet("/git/refs/{**ref}", GetAsync);
        repository.MapGet("/git/matching-refs/{**ref}", MatchAsync);
        repository.MapPost("/git/refs", CreateAsync);
        repository.MapPatch("/git/refs/{**ref}", UpdateAsync);
        repository.MapDelete("/git/refs/{**ref}", DeleteAsync);
    }

    private static string Name(Call call) => $"refs/{call.Route("ref")}";

    private static async Task<Answer> GetAsync(Call call) =>
        await call.Git.Refs.FindAsync(Name(call)) is { } found ? new Answer(call.Wire(found)) : throw Refusal.NotFound;

    private static async Task<Answer> MatchAsync(Call call)
    {
        var found = await call.Git.Refs.MatchAsync(Name(call));
        return call.Page([.. found.Where(one => !one.Name.StartsWith("refs/pull/", StringComparison.Ordinal))], one => call.Wire(one));
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("ref", "sha");
        var (name, sha) = (call.Body.Text("ref"), call.Body.Text("sha"));
        if (!name.StartsWith("refs/", StringComparison.Ordinal)
            || name.Count(letter => letter == '/') < 2 || !await call.Git.Refs.IsWellFormedAsync(name))
        {
            throw Refusal.Unprocessable("Reference name must start with 'refs/' and contain at least two slashes.");
        }

        await DemandObjectAsync(call, sha);
        if (await call.Git.Refs.FindAsync(name) is not null)
        {
            throw Refusal.Unprocessable("Reference already exists");
        }

        if (name.StartsWith("refs/pull/", StringComparison.Ordinal) || !await call.Git.Refs.UpdateAsync(name, sha, GitRefs.Nothing))
        {
            throw Refusal.Unprocessable("Reference update failed");
        }

        await new RefChanges(call.State, call.Repository).RecordAsync(call.User, name, GitRefs.Nothing, sha);
        return Answer.Created(call.Wire((await call.Git.Refs.FindAsync(name))!));
    }

    private static async Task<Answer> UpdateAsync(Call call)
    {
        call.Demand(Permission.Write);
        var name = Name(call);
        var (sha, force) = (call.Body.Text("sha"), call.Body.Flag("force") ?? false);
        var before = await call.Git.Refs.FindAsync(name) ?? throw Refusal.Unprocessable("Reference does not exist");
        await DemandObjectAsync(call, sha);
        if (IsProtected(call, name))
        {
            throw Refusal.Unprocessable(force ? "Cannot force-push to this branch" : "Changes must be made through a pull request.");
        }

        if (!force && !await call.Git.History.IsAncestorAsync(before.Sha, sha))
        {
            throw Refusal.Unprocessable("Update is not a fast forward");
        }

        if (!await call.Git.Refs.UpdateAsync(name, sha, before.Sha))
        {
            throw Refusal.Unprocessable("Reference update failed");
        }

        if (sha != before.Sha)
        {
            await new RefChanges(call.State, call.Repository).RecordAsync(call.User, name, before.Sha, sha);
        }

        return new Answer(call.Wire((await call.Git.Refs.FindAsync(name))!));
    }

    private static async Task<Answer> DeleteAsync(Call call)
    {
        call.Demand(Permission.Write);
        var name = Name(call);
        var before = await call.Git.Refs.FindAsync(name) ?? throw Refusal.Unprocessable("Reference does not exist");
        if (IsProtected(call, name) || name == $"refs/heads/{call.Repository.DefaultBranch}")
        {
            throw Refusal.Unprocessable("Cannot delete this branch");
        }

        await call.Git.Refs.DeleteAsync(name);
        await new RefChanges(call.State, call.Repository).RecordAsync(call.User, name, before.Sha, GitRefs.Nothing);
        return Answer.NoContent;
    }

    private static bool IsProtected(Call call, string name) =>
        name.StartsWith("refs/pull/", StringComparison.Ordinal)
        || (name.StartsWith("refs/heads/", StringComparison.Ordinal)
            && call.State.Protections.Find(call.Repository, name["refs/heads/".Length..]) is { RequiresPulls: true } rule
            && (rule.Admins || call.State.Repositories.Of(call.Repository, call.User) < Permission.Admin));

    private static async Task DemandObjectAsync(Call call, string sha)
    {
        if (sha.Length != 40 || !sha.All(char.IsAsciiHexDigit))
        {
            throw Refusal.Unprocessable("The sha parameter must be exactly 40 characters and contain only [0-9a-f].");
        }

        if (await call.Git.Objects.TypeAsync(sha) is null)
        {
            throw Refusal.Unprocessable("Object does not exist");
        }
    }
}
