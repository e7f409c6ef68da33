using System.Text;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Git;

/// <summary>Annotated tags.</summary>
internal static class GitTagRoutes
{
    public static void MapGitTags(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/git/tags/{sha}", async (Call call, string sha) => new Answer(await WireAsync(call, sha)));
        repository.MapPost("/git/tags", CreateAsync);
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        call.Body.Demand("tag", "message", "object", "type");
        var (name, target, type) = (call.Body.Text("tag"), call.Body.Text("object"), call.Body.OneOf("type", "commit", "tree", "blob"));
        if (await call.Git.Objects.TypeAsync(target) != type)
        {
            throw Refusal.Unprocessable("Object does not exist");
        }

        if (!await call.Git.Refs.IsWellFormedAsync($"refs/tags/{name}"))
        {
            throw Refusal.Field("GitTag", "tag", "invalid");
        }

        var given = call.Body.Inner("tagger");
        var self = call.User.At(call.State.Clock.GetUtcNow());
        var tagger = given is null
            ? self
            : new GitIdentity(given.Text("name"), given.Text("email"), Moment.Read(given.TextOrNull("date") ?? "") ?? self.Date);
        var signature = $"{tagger.Name} <{tagger.Email}> {tagger.Date.ToUnixTimeSeconds()} +0000";
        var text = $"object {target}\ntype {type}\ntag {name}\ntagger {signature}\n\n{call.Body.Text("message")}\n";
        return Answer.Created(await WireAsync(call, await call.Git.Objects.WriteTagAsync(text)));
    }

    private static async Task<JsonObject> WireAsync(Call call, string sha)
    {
        var bytes = sha.All(char.IsAsciiHexDigit) ? await call.Git.Objects.ReadAsync("tag", sha) : null;
        if (bytes is null)
        {
            throw Refusal.NotFound;
        }

        var parts = Encoding.UTF8.GetString(bytes).Split("\n\n", 2);
        var headers = parts[0].Split('\n').Select(line => line.Split(' ', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var url = $"{call.Links.Of(call.Repository)}/git";
        return new JsonObject
        {
            ["node_id"] = NodeId.Of("Tag", sha),
            ["tag"] = headers["tag"],
            ["sha"] = sha,
            ["url"] = $"{url}/tags/{sha}",
            ["message"] = parts[1].TrimEnd('\n'),
            ["tagger"] = GitWire.Wire(GitIdentity.Parse(headers["tagger"])),
            ["object"] = new JsonObject
            {
                ["type"] = headers["type"],
                ["sha"] = headers["object"],
                ["url"] = $"{url}/{headers["type"]}s/{headers["object"]}",
            },
            ["verification"] = GitWire.Unsigned(),
        };
    }
}
