using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Build.Environments;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Sandbox;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>
/// The sandbox's Confluence and GitHub with a writer who creates and edits pages and a reviewer who commits to the pull request's branch.
/// </summary>
public abstract class ExportStory : IAsyncLifetime
{
    private protected readonly RunningSandbox sandbox =
        new()
        {
            Repository = new RepositorySeed(
            "halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"])
        };
    private protected Connections connections = null!;
    private protected ConfluenceClient writer = null!;
    private protected ConfluenceSpace space = null!;
    private protected RequestLog log = new();

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        connections = SandboxConnections.At(sandbox.Host.Address);
        writer =
            new ConfluenceClient(
                connections.Confluence with { Login = "wera.writer@halden.example", Token = new Secret("sandbox-writer-token") });
        space = (await writer.FindSpaceAsync("EDI", default))!;
    }

    public async Task DisposeAsync()
    {
        writer.Dispose();
        await sandbox.DisposeAsync();
    }

    private protected static string Properties(string id, string kind) =>
        "<ac:structured-macro ac:name=\"details\"><ac:parameter ac:name=\"id\">document</ac:parameter><ac:rich-text-body><table><tbody>"
        + string.Concat(
            new[] { ("id", id), ("kind", kind), ("summary", "A test page."), ("classification", "internal"),
                ("owner", "docs@halden.example"), ("selected", "false") }
            .Select(row => $"<tr><th><p>{row.Item1}</p></th><td><p>{row.Item2}</p></td></tr>"))
        + "</tbody></table></ac:rich-text-body></ac:structured-macro>";

    private protected async Task<ExportReport> Export(HttpMessageHandler? network = null, int atOnce = 8)
    {
        log = new RequestLog();
        await sandbox.Client.DeleteAsync("/_sandbox/requests");
        using var exporter =
            new Exporter(
                connections,
                Path.Combine(sandbox.StateDirectory, "clone.git"),
                new Transport { Log = log, Handler = network, AtOnce = atOnce });
        return await exporter.RunAsync(
            new ExportRequest { ReportDirectory = Path.Combine(sandbox.StateDirectory, "report") }, new Progress<string>(), default);
    }

    /// <summary>What the last export asked of Confluence, as Confluence saw it: <c>GET /wiki/api/v2/pages?id=1</c>.</summary>
    private protected async Task<IReadOnlyList<string>> Requests()
    {
        var recorded = await sandbox.Client.GetFromJsonAsync<JsonElement>("/_sandbox/requests");
        return
        [
            .. recorded
                .EnumerateArray()
                .Select(request => $"{request.GetProperty("method").GetString()} "
                    + $"{request.GetProperty("path").GetString()}{request.GetProperty("query").GetString()}")
                .Where(request => request.Split(' ')[1].Split('/')[1] is "wiki" or "ex" or "dc"),
        ];
    }

    /// <summary>A call of the writer's that must succeed; the answer as JSON, empty where there is none.</summary>
    private protected async Task<JsonElement> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(
            "Authorization", "Basic " + System.Convert.ToBase64String("wera.writer@halden.example:sandbox-writer-token"u8));
        using var answer = await sandbox.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private protected Task Delete(ConfluencePage page) => Call(HttpMethod.Delete, $"/wiki/api/v2/pages/{page.Id}");

    private protected Task Move(ConfluencePage page, string place, string target) =>
        Call(HttpMethod.Put, $"/wiki/rest/api/content/{page.Id}/move/{place}/{target}");

    private protected async Task<string> FrontMatter(string path, string branch = "confluence-export")
    {
        var text = await Text(branch, path);
        return text[..text.IndexOf("\n---\n", StringComparison.Ordinal)] + "\n";
    }

    private protected async Task<ConfluencePage> Create(string title, string id, string body, string kind = "faq-article") =>
        (await writer.CreatePageAsync(new NewPage(space, title, Properties(id, kind) + body), default))!;

    private protected async Task Edit(ConfluencePage page, string from, string to)
    {
        var now = (await writer.FindPageAsync(page.Id, default))!;
        var plain = Regex.Replace(now.Body, " (ac:)?local-id=\"[^\"]*\"", "");
        plain.ShouldContain(from);
        (await writer.UpdatePageAsync(
            new PageChange(now, now.Title, plain.Replace(from, to, StringComparison.Ordinal), "Edit"), default)).ShouldNotBeNull();
    }

    private protected async Task Review(string path, string from, string to)
    {
        var git = await Clone();
        var tip = (await git.ResolveAsync("confluence-export", default))!;
        var text = await Text("confluence-export", path);
        text.ShouldContain(from);
        var edit = TreeChange.Put(path, Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        var commit =
            await git.CommitAsync(
                new CommitDraft(tip, [edit], "Review", new GitPerson("mara-lind", "mara.lind@halden.example"), DateTimeOffset.UtcNow),
                default);
        (await git.PushAsync("confluence-export", commit, default)).Accepted.ShouldBeTrue();
    }

    private protected async Task Merge(int pull)
    {
        await As("sandbox-mara-token", HttpMethod.Post, $"pulls/{pull}/reviews", new { @event = "APPROVE", body = "Good." });
        await As("sandbox-jonas-token", HttpMethod.Post, $"pulls/{pull}/reviews", new { @event = "APPROVE", body = "Good." });
        await As("sandbox-mara-token", HttpMethod.Put, $"pulls/{pull}/merge", new { merge_method = "merge" });
    }

    private protected async Task As(string token, HttpMethod method, string path, object body)
    {
        using var request =
            new HttpRequestMessage(method, $"/api/v3/repos/halden/partner-docs/{path}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private protected Task AsWriter(HttpMethod method, string path, object body) => Call(method, path, body);

    private protected async Task<string> AccountOf(string login, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wiki/rest/api/user/current");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "Basic " + System.Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login}:{token}")));
        using var answer = await sandbox.Client.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accountId").GetString()!;
    }

    private protected async Task<string> PullBody(int number) => (await Seen($"pulls/{number}")).GetProperty("body").GetString()!;

    private protected async Task<IReadOnlyList<string>> ChangedPaths(int pull) =>
        [.. (await Seen($"pulls/{pull}/files")).EnumerateArray().Select(file => file.GetProperty("filename").GetString()!)];

    /// <summary>What GitHub shows the bot below the documents' repository.</summary>
    private protected async Task<JsonElement> Seen(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v3/repos/halden/partner-docs/{path}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sandbox-bot-token");
        request.Headers.TryAddWithoutValidation("User-Agent", "tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private protected async Task<GitRepository> Clone()
    {
        var git =
            await GitRepository.OpenAsync(Path.Combine(sandbox.StateDirectory, "reviewer.git"), GitRemote.Of(connections.GitHub), default);
        await git.FetchAsync(default);
        return git;
    }

    private protected async Task<IReadOnlyList<ContentFile>> Files(string branch, string prefix)
    {
        var git = await Clone();
        return await git.ReadTreeAsync((await git.ResolveAsync(branch, default))!, [prefix], default);
    }

    private protected async Task<string> Text(string branch, string path) =>
        Encoding.UTF8.GetString((await Files(branch, path)).ShouldHaveSingleItem().Bytes.Span);
}
