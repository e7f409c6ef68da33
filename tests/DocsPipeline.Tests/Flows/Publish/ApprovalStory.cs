using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Tests.EndToEnd;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>A git and a GitHub in which people review, squash, push past reviews and dismiss; main is not protected.</summary>
public sealed class ApprovalStory : IAsyncLifetime
{
    private readonly World world = new();

    internal GitRepository Repository { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        Repository = await world.OpenAsync();
        await AskAsync("mara", HttpMethod.Delete, "repos/halden/partner-docs/branches/main/protection");
        await AskAsync("mara", HttpMethod.Post, "orgs/halden/teams", new { name = "EDI", privacy = "closed" });
        await AskAsync("mara", HttpMethod.Put, "orgs/halden/teams/edi/memberships/jonas-weber", new { role = "member" });
        await MergedAsync("owners", ".github/CODEOWNERS", "/content/ @mara-lind\n/content/team/ @halden/edi\n");
    }

    public Task DisposeAsync() => world.DisposeAsync();

    internal static TreeChange Put(string path, string text = "text") => TreeChange.Put(path, Encoding.UTF8.GetBytes(text));

    internal static GitPerson Person(string login) => new(login, $"{login}@halden.example");

    /// <summary>A pull request that changes one file, with reviews before it is merged: <c>mara APPROVE</c>.</summary>
    internal async Task<int> MergedAsync(
        string branch, string path, string text = "text", string method = "merge", params string[] reviews)
    {
        var number = await OpenAsync(branch, path, text);
        foreach (var review in reviews)
        {
            var (login, said) = (review.Split(' ')[0], review.Split(' ')[1]);
            var address = $"repos/halden/partner-docs/pulls/{number}/reviews";
            await AskAsync(login, HttpMethod.Post, address, new { @event = said, body = "Words" });
        }

        await AskAsync("mara", HttpMethod.Put, $"repos/halden/partner-docs/pulls/{number}/merge", new { merge_method = method });
        return number;
    }

    internal Task<int> OpenAsync(string branch, string path, string text = "text", GitPerson? author = null) =>
        world.ProposeAsync(branch, [Put(path, text)], approve: false, merge: false, author);

    /// <summary>Pushes a commit to main past all pull requests; its id.</summary>
    internal async Task<string> PushAsync(string path, string? merged = null)
    {
        var (parent, date) = (await HeadAsync(), DateTimeOffset.UnixEpoch.AddYears(56));
        var draft = new CommitDraft(parent, [Put(path, "pushed")], "Pushed", Person("docs-bot"), date) { MergedParent = merged };
        var commit = await Repository.CommitAsync(draft, default);
        (await Repository.PushAsync("main", commit, default)).Accepted.ShouldBeTrue();
        return commit;
    }

    internal async Task<string> HeadAsync()
    {
        await Repository.FetchAsync(default);
        return (await Repository.ResolveAsync("main", default))!;
    }

    internal async Task<T> WithReaderAsync<T>(Func<ApprovalReader, Task<T>> read)
    {
        using var github = new GitHubClient(world.Connections.GitHub);
        return await read(new ApprovalReader(Repository, github));
    }

    /// <summary>The facts about a commit, or about the newest of main.</summary>
    internal async Task<ApprovalFacts> FactsAsync(string? commit = null)
    {
        var shown = await Repository.ShowAsync(commit ?? await HeadAsync(), default);
        return await WithReaderAsync(reader => reader.ReadAsync(shown, default));
    }

    internal async Task<JsonElement> AskAsync(string login, HttpMethod method, string path, object? body = null)
    {
        using var http = new HttpClient { BaseAddress = new Uri(world.Sandbox.Address, "api/v3/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"sandbox-{login}-token");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("tests");
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
