using System.Text;
using System.Text.RegularExpressions;
using Build.Environments;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Sandbox;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>
/// The sandbox's Confluence and GitHub with all documents of this checkout in git. The community is in memory and each test's own, with
/// items of its own: what others imported before does not matter to it.
/// </summary>
public sealed class ImportFixture : IAsyncLifetime
{
    internal const string Community = SeedAccounts.Community;

    private readonly RunningSandbox sandbox;
    private ConfluenceSpace space = null!;

    public ImportFixture()
        : this(Checkout.Root)
    {
    }

    /// <param name="directory">Where the documents' repository takes its files from.</param>
    internal ImportFixture(string directory) => sandbox = new RunningSandbox
    {
        Repository = new RepositorySeed(SeedAccounts.Repository, directory, ["content", "schemas", ".github/CODEOWNERS"]),
    };

    internal HttpClient Control => sandbox.Client;

    internal Connections Connections { get; private set; } = null!;

    /// <summary>Wera, who writes pages.</summary>
    internal ConfluenceClient Writer { get; private set; } = null!;

    internal GitHubClient GitHub { get; private set; } = null!;

    /// <summary>What the last run asked.</summary>
    internal RequestLog Log { get; private set; } = new();

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        Connections = SandboxConnections.At(sandbox.Host.Address);
        var (login, token) = (SeedAccounts.ConfluenceWriter.Login, new Secret(SeedAccounts.ConfluenceWriter.Secret));
        Writer = new ConfluenceClient(Connections.Confluence with { Login = login, Token = token });
        GitHub = new GitHubClient(Connections.GitHub);
        space = (await Writer.FindSpaceAsync("EDI", default))!;
    }

    public async Task DisposeAsync()
    {
        Writer.Dispose();
        GitHub.Dispose();
        await sandbox.DisposeAsync();
    }

    internal async Task<ImportReport> RunAsync(ITradingGrid grid, HttpMessageHandler? network = null, IProgress<string>? progress = null)
    {
        Log = new RequestLog();
        using var importer = new Importer(Connections, grid, new Transport { Log = Log, Handler = network });
        var request = new ImportRequest(Path.Combine(sandbox.StateDirectory, "clone.git"));
        return await importer.RunAsync(request, progress ?? new Progress<string>(), default);
    }

    /// <summary>All issues that say at their end that they are of this item.</summary>
    internal async Task<IReadOnlyList<Issue>> IssuesOfAsync(ItemReference item) =>
    [
        .. (await GitHub.ListIssuesAsync(default))
            .Where(issue => issue.Body.TrimEnd().EndsWith($"<!-- docs-pipeline import [{item}] -->", StringComparison.Ordinal)),
    ];

    /// <summary>The page of this title; it must be there.</summary>
    internal async Task<ConfluencePage> PageAsync(string title) => (await FindPageAsync(title)).ShouldNotBeNull(title);

    internal async Task<ConfluencePage?> FindPageAsync(string title) => Plain(await Writer.FindPageByTitleAsync(space, title, default));

    internal async Task<ConfluencePage> PageOfAsync(string document) =>
        Plain(await Writer.FindPageAsync(Checkout.Documents.ById[document].Confluence!.Page, default))!;

    internal async Task<IReadOnlyList<string>> CommentsAsync(ConfluencePage page) =>
        [.. (await Writer.ListFooterCommentsAsync(page.Id, default)).Select(comment => Plain(comment.Body))];

    internal async Task EditAsync(ConfluencePage page, string body) =>
        (await Writer.UpdatePageAsync(new PageChange(page, page.Title, body, "Edited by hand"), default)).ShouldNotBeNull();

    internal async Task<ConfluencePage> CreateAsync(string title, string body) =>
        (await Writer.CreatePageAsync(new NewPage(space, title, body), default)).ShouldNotBeNull();

    internal async Task RenameAsync(ConfluencePage page, string title) =>
        (await Writer.UpdatePageAsync(new PageChange(page, title, page.Body, "Renamed by hand"), default)).ShouldNotBeNull();

    internal async Task DeleteAsync(ConfluencePage page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/wiki/api/v2/pages/{page.Id}");
        var (login, secret) = (SeedAccounts.ConfluenceWriter.Login, SeedAccounts.ConfluenceWriter.Secret);
        var credentials = System.Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login}:{secret}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Basic {credentials}");
        (await sandbox.Client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>What the ledger on GitHub has of an item.</summary>
    internal async Task<ImportRecord?> RecordAsync(ItemReference item, string community = Community) =>
        (await StateAsync(community)).Find(item);

    /// <summary>What the ledger on GitHub has of a community, read by somebody else's clone.</summary>
    internal async Task<ImportState> StateAsync(string community = Community) =>
        await ImportState.ReadAsync(Ledger(await CloneAsync()), community, default);

    internal async Task<IReadOnlyList<ContentFile>> LedgerFilesAsync(string prefix)
    {
        var ledger = Ledger(await CloneAsync());
        return await ledger.ReadAsync(await ledger.HeadAsync(default), [prefix], default);
    }

    /// <summary>The first lines of the ledger's commits, newest first.</summary>
    internal async Task<IReadOnlyList<string>> LedgerMessagesAsync()
    {
        var repository = await CloneAsync();
        var messages = new List<string>();
        for (var commit = await Ledger(repository).HeadAsync(default); commit is not null;)
        {
            var shown = await repository.ShowAsync(commit, default);
            messages.Add(shown.Message.Split('\n')[0]);
            commit = shown.Parents.Count > 0 ? shown.Parents[0] : null;
        }

        return messages;
    }

    /// <summary>Somebody else writes the ledger.</summary>
    internal async Task AppendAsync(string path)
    {
        var ledger = Ledger(await CloneAsync());
        await ledger.AppendAsync(await ledger.HeadAsync(default), "Another run", [new ContentFile(path, "{}"u8.ToArray())], default);
    }

    private static LedgerBranch Ledger(GitRepository repository) =>
        new(repository, "ledger", new GitPerson("another-bot", "another-bot@example.com"), TimeProvider.System);

    // Confluence puts ids into everything that it saves.
    private static ConfluencePage? Plain(ConfluencePage? page) => page is null ? null : page with { Body = Plain(page.Body) };

    private static string Plain(string storage) => Regex.Replace(storage, " (ac:)?local-id=\"[^\"]*\"", "");

    private async Task<GitRepository> CloneAsync()
    {
        var folder = Path.Combine(sandbox.StateDirectory, "another.git");
        var repository = await GitRepository.OpenAsync(folder, GitRemote.Of(Connections.GitHub), default);
        await repository.FetchAsync(default);
        return repository;
    }
}
