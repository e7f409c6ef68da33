using System.IO.Compression;
using DocsPipeline.Sandbox.GitHub.Git;
using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Rules;
using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.GitHub.Smart;

/// <summary>clone, fetch and push over HTTP (gitprotocol-http): the git program does the work, this decides who may.</summary>
internal sealed class SmartHttp(GitHubState state)
{
    private static readonly string[] Settings =
    [
        "-c", "uploadpack.allowAnySHA1InWant=true", "-c", "uploadpack.allowFilter=true", "-c", "receive.hideRefs=refs/pull",
        "-c", "receive.autogc=false", "-c", "receive.advertisePushOptions=false", "-c", "core.logAllRefUpdates=false",
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/github/{owner}/{repo}.git");
        group.MapGet(
            "/info/refs", (HttpContext http, string owner, string repo, string? service) => AdvertiseAsync(http, owner, repo, service));
        group.MapPost("/git-upload-pack", (HttpContext http, string owner, string repo) => FetchAsync(http, owner, repo));
        group.MapPost("/git-receive-pack", (HttpContext http, string owner, string repo) => PushAsync(http, owner, repo));
    }

    private async Task<IResult> AdvertiseAsync(HttpContext http, string owner, string name, string? service)
    {
        if (service is not ("git-upload-pack" or "git-receive-pack"))
        {
            return Results.Text("Please upgrade your git client.\n", statusCode: StatusCodes.Status403Forbidden);
        }

        if (Enter(http, owner, name, service == "git-receive-pack", out var repository, out _) is { } refused)
        {
            return refused;
        }

        var output = await RunAsync(http, repository, service, "--http-backend-info-refs", default);
        var isSecond = service == "git-upload-pack" && Protocol(http).Contains("version=2", StringComparison.Ordinal);
        byte[] preface = isSecond ? [] : [.. PacketLine.Of($"# service={service}\n"), .. PacketLine.Flush];
        return Packets(http, $"{service}-advertisement", [.. preface, .. output.OrThrow().Bytes]);
    }

    private async Task<IResult> FetchAsync(HttpContext http, string owner, string name)
    {
        if (Enter(http, owner, name, isPush: false, out var repository, out _) is { } refused)
        {
            return refused;
        }

        var output = await RunAsync(http, repository, "git-upload-pack", "", await BodyAsync(http));
        return Packets(http, "git-upload-pack-result", output.Bytes);
    }

    private async Task<IResult> PushAsync(HttpContext http, string owner, string name)
    {
        if (Enter(http, owner, name, isPush: true, out var repository, out var user) is { } refused)
        {
            return refused;
        }

        var body = await BodyAsync(http);
        await state.Writer.WaitAsync(http.RequestAborted);
        try
        {
            var (commands, capabilities) = PushCommand.Read(body);
            if (PushRefusal.Answer(state, repository, user, commands, capabilities) is { } answer)
            {
                return Packets(http, "git-receive-pack-result", answer);
            }

            var before = await state.Git(repository).Refs.ListAsync();
            var output = await RunAsync(http, repository, "git-receive-pack", "", body);
            await new RefChanges(state, repository).RecordAsync(user, before);
            return Packets(http, "git-receive-pack-result", output.Bytes);
        }
        finally
        {
            state.Writer.Release();
        }
    }

    private IResult? Enter(HttpContext http, string owner, string name, bool isPush, out Repository repository, out User user)
    {
        repository = null!;
        user = null!;
        if (Credentials.Find(state.Users, http.Request) is not { } found)
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"GitHub\"";
            return Results.Text(
                "Invalid username or token. Password authentication is not supported for Git operations.\n",
                statusCode: StatusCodes.Status401Unauthorized);
        }

        user = found;
        http.SetActor(user.Login);
        if (state.Repositories.Find(owner, name) is not { } there || state.Repositories.Of(there, user) == Permission.None)
        {
            return Results.Text("Repository not found.\n", statusCode: StatusCodes.Status404NotFound);
        }

        repository = there;
        return isPush && state.Repositories.Of(there, user) < Permission.Write
            ? Results.Text($"Permission to {there.FullName}.git denied to {user.Login}.\n", statusCode: StatusCodes.Status403Forbidden)
            : null;
    }

    private Task<GitOutput> RunAsync(HttpContext http, Repository repository, string service, string mode, byte[]? input)
    {
        string[] modes = mode.Length == 0 ? [] : [mode];
        var program = state.Git(repository).Program;
        return program.RunAsync(
            [.. Settings, service["git-".Length..], "--stateless-rpc", .. modes, program.Directory], input,
            [new("GIT_PROTOCOL", Protocol(http))]);
    }

    private static string Protocol(HttpContext http)
    {
        var asked = http.Request.Headers["Git-Protocol"].ToString();
        return asked.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '=' or ':' or '.' or '-') ? asked : "";
    }

    private static async Task<byte[]> BodyAsync(HttpContext http)
    {
        using var copy = new MemoryStream();
        var isPacked = http.Request.Headers.ContentEncoding.ToString() is "gzip" or "x-gzip";
        await using var stream = isPacked ? new GZipStream(http.Request.Body, CompressionMode.Decompress) : http.Request.Body;
        await stream.CopyToAsync(copy, http.RequestAborted);
        return copy.ToArray();
    }

    private static IResult Packets(HttpContext http, string kind, byte[] bytes)
    {
        http.Response.Headers.CacheControl = "no-cache, max-age=0, must-revalidate";
        return Results.Bytes(bytes, $"application/x-{kind}");
    }
}
