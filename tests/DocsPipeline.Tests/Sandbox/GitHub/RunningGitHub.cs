using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocsPipeline.Sandbox;

namespace DocsPipeline.Tests.Sandbox.GitHub;

/// <summary>A sandbox whose documents' repository holds a policy, code owners and two documents; thrown away afterwards.</summary>
public sealed class RunningGitHub : IAsyncLifetime
{
    public const string Repo = "/api/v3/repos/halden/partner-docs";

    private readonly string directory = Directory.CreateTempSubdirectory("docspipeline-github-").FullName;
    private SandboxHost? host;

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => host!.Address;

    public string GitDirectory => Path.Combine(directory, "state/git/halden/partner-docs.git");

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(directory, name)).FullName;

    public async Task InitializeAsync()
    {
        Write("content/pipeline.yml", "spaces: []\n");
        Write("content/faq/one.md", "# One\n\nfirst\n");
        Write("content/faq/two.md", "# Two\n\nfirst\n");
        Write(".github/CODEOWNERS", "*          @mara-lind\n/content/  @mara-lind @jonas-weber\n/content/faq/two.md\n");
        Write(".github/workflows/publish.yml", """
            name: Publish
            on:
              push:
              workflow_dispatch:
                inputs:
                  reason: { required: true }
                  mode: { required: true, default: plan }
            jobs: {}
            """);
        Write(".github/workflows/ci.yml", "on: [push, pull_request]\n");
        host = await SandboxHost.StartAsync(new SandboxOptions
        {
            StateDirectory = Path.Combine(directory, "state"),
            Repository = new RepositorySeed("halden/partner-docs", Folder("seed"), ["content", ".github"]),
        });
#pragma warning disable CA2000 // The client owns the handler.
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
#pragma warning restore CA2000
        Client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("tests", "1"));
    }

    public async Task RestartAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
        await InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host!.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Calls the API; the path is below the repository unless it begins with a slash.</summary>
    public async Task<ApiAnswer> CallAsync(
        string method, string path, object? body = null, string who = "bot", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : $"{Repo}/{path}".TrimEnd('/'));
        if (who.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"sandbox-{who}-token");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body is null
            ? null
            : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = text.Length > 0 && response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        return new ApiAnswer(
            (int)response.StatusCode, json, text, response.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Calls and expects that status.</summary>
    public async Task<JsonNode> ExpectAsync(int status, string method, string path, object? body = null, string who = "bot")
    {
        var answer = await CallAsync(method, path, body, who);
        answer.Status.ShouldBe(status, answer.Text);
        return answer.Json ?? new JsonObject();
    }

    public async Task<string> TipAsync(string branch) =>
        (await ExpectAsync(200, "GET", $"git/ref/heads/{branch}"))["object"]!["sha"]!.GetValue<string>();

    /// <summary>Commits files (null removes) on a branch, which is made from main when it is new.</summary>
    public async Task<string> CommitAsync(string branch, string who, params (string Path, string? Content)[] files)
    {
        var found = await CallAsync("GET", $"git/ref/heads/{branch}");
        var parent = found.Status == 200 ? found.Json!["object"]!["sha"]!.GetValue<string>() : await TipAsync("main");
        var entries = new JsonArray([.. files.Select(file => file.Content is null
            ? new JsonObject { ["path"] = file.Path, ["mode"] = "100644", ["type"] = "blob", ["sha"] = null }
            : new JsonObject { ["path"] = file.Path, ["mode"] = "100644", ["type"] = "blob", ["content"] = file.Content })]);
        var tree = await ExpectAsync(201, "POST", "git/trees", new JsonObject { ["base_tree"] = parent, ["tree"] = entries }, who);
        var commit = await ExpectAsync(
            201, "POST", "git/commits",
            new { message = $"Change {files[0].Path}", tree = tree["sha"]!.GetValue<string>(), parents = new[] { parent } }, who);
        var sha = commit["sha"]!.GetValue<string>();
        await (found.Status == 200
            ? ExpectAsync(200, "PATCH", $"git/refs/heads/{branch}", new { sha }, who)
            : ExpectAsync(201, "POST", "git/refs", new { @ref = $"refs/heads/{branch}", sha }, who));
        return sha;
    }

    /// <summary>A pull request of the bot's with one changed document.</summary>
    public async Task<int> PullAsync(string branch, params (string Path, string? Content)[] files)
    {
        await CommitAsync(branch, "bot", files.Length > 0 ? files : [("content/faq/one.md", $"# One\n\n{branch}\n")]);
        var pull = await ExpectAsync(
            201, "POST", "pulls", new { title = $"Bring {branch}", head = branch, @base = "main", body = "Please." });
        return pull["number"]!.GetValue<int>();
    }

    public Task ApproveAsync(int pull, string who = "mara") =>
        ExpectAsync(200, "POST", $"pulls/{pull}/reviews", new { @event = "APPROVE" }, who);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder("seed"), path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
