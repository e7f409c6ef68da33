using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Git;

/// <summary>Commit objects.</summary>
internal static class GitCommitRoutes
{
    public static void MapGitCommits(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/git/commits/{sha}", async (Call call, string sha) =>
            sha.Length == 40 && sha.All(char.IsAsciiHexDigit) && await call.Git.Objects.CommitAsync(sha) is { } commit
                ? new Answer(call.WireGit(commit))
                : throw Refusal.NotFound);
        repository.MapPost("/git/commits", CreateAsync);
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("message", "tree");
        var (message, tree, parents) = (call.Body.Text("message"), call.Body.Text("tree"), call.Body.Texts("parents") ?? []);
        if (await call.Git.Refs.ResolveAsync(tree, "tree") != tree)
        {
            throw Refusal.Unprocessable("Tree SHA does not exist");
        }

        foreach (var parent in parents)
        {
            if (await call.Git.Objects.TypeAsync(parent) != "commit")
            {
                throw Refusal.Unprocessable("Parent SHA does not exist or is not a commit object");
            }
        }

        var author = Identity(call, "author") ?? call.User.At(call.State.Clock.GetUtcNow());
        var sha = await call.Git.Objects.WriteCommitAsync(tree, parents, message, author, Identity(call, "committer") ?? author);
        return Answer.Created(call.WireGit((await call.Git.Objects.CommitAsync(sha))!));
    }

    private static GitIdentity? Identity(Call call, string field)
    {
        if (call.Body.Inner(field) is not { } given)
        {
            return null;
        }

        given.Demand("name", "email");
        var date = given.TextOrNull("date");
        return new GitIdentity(
            given.Text("name"),
            given.Text("email"),
            date is null
                ? call.State.Clock.GetUtcNow()
                : Moment.Read(date) ?? throw Refusal.Unprocessable($"Invalid request.\n\n{date} is not a valid date-time."));
    }
}
