using System.Text;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Git;

/// <summary>Blob objects.</summary>
internal static class GitBlobRoutes
{
    public static void MapGitBlobs(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/git/blobs/{sha}", GetAsync);
        repository.MapPost("/git/blobs", CreateAsync);
    }

    private static async Task<IResult> GetAsync(Call call, string sha)
    {
        var bytes = sha.Length == 40 && sha.All(char.IsAsciiHexDigit) ? await call.Git.Objects.ReadAsync("blob", sha) : null;
        if (bytes is null)
        {
            throw Refusal.NotFound;
        }

        return call.Wants("raw") ? call.Form("raw", bytes) : new Answer(new JsonObject
        {
            ["sha"] = sha,
            ["node_id"] = NodeId.Of("Blob", sha),
            ["size"] = bytes.Length,
            ["url"] = Url(call, sha),
            ["content"] = Convert.ToBase64String(bytes),
            ["encoding"] = "base64",
        });
    }

    private static async Task<Answer> CreateAsync(Call call)
    {
        call.Demand(Permission.Write);
        var content = call.Body.Text("content");
        var bytes = Encoding.UTF8.GetBytes(content);
        if (call.Body.OneOf("encoding", "utf-8", "base64") == "base64")
        {
            try
            {
                bytes = Convert.FromBase64String(content);
            }
            catch (FormatException)
            {
                throw Refusal.Unprocessable("content is not valid Base64");
            }
        }

        var sha = await call.Git.Objects.WriteBlobAsync(bytes);
        return Answer.Created(new JsonObject { ["url"] = Url(call, sha), ["sha"] = sha });
    }

    private static string Url(Call call, string sha) => $"{call.Links.Of(call.Repository)}/git/blobs/{sha}";
}
