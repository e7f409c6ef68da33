using Build.Environments;
using DocsPipeline.Demo.Clients;
using DocsPipeline.Documents;
using DocsPipeline.Sandbox;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>The three systems in-process with the settings and schemas of this checkout, and the people who work with them.</summary>
public sealed class World : IAsyncLifetime, IProgress<string>
{
    private readonly string directory = Directory.CreateTempSubdirectory("docspipeline-world-").FullName;

    public SandboxHost Sandbox { get; private set; } = null!;

    public Connections Connections { get; private set; } = null!;

    public string WorkFolder => Path.Combine(directory, "work", "repository.git");

    public Transport Transport { get; private set; } = new();

    public List<string> Progress { get; } = [];

    public async Task InitializeAsync()
    {
        var seed = new RepositorySeed("halden/partner-docs", Checkout.Root, ["content/pipeline.yml", "schemas", ".github/CODEOWNERS"]);
        var options = new SandboxOptions { StateDirectory = Path.Combine(directory, "sandbox"), Repository = seed };
        Sandbox = await SandboxHost.StartAsync(options);
        Connections = SandboxConnections.At(Sandbox.Address);
    }

    /// <summary>A transport with a count of its own.</summary>
    public Transport Fresh() => Transport = new Transport();

    public async Task<GitRepository> OpenAsync() =>
        await GitRepository.OpenAsync(WorkFolder, GitRemote.Of(Connections.GitHub), CancellationToken.None);

    /// <summary>A pull request with these changes, approved by both reviewers and merged unless told otherwise.</summary>
    public async Task<int> ProposeAsync(
        string branch, IEnumerable<TreeChange> changes, bool approve = true, bool merge = true, GitPerson? author = null)
    {
        var repository = await OpenAsync();
        await repository.FetchAsync(CancellationToken.None);
        var main = await repository.ResolveAsync("main", CancellationToken.None);
        author ??= new GitPerson("docs-bot", "docs-bot@halden.example");
        var draft = new CommitDraft(main, [.. changes], $"Change {branch}", author, DateTimeOffset.UnixEpoch.AddYears(56));
        var commit = await repository.CommitAsync(draft, CancellationToken.None);
        (await repository.PushAsync(branch, commit, CancellationToken.None)).Accepted.ShouldBeTrue();
        using var github = new GitHubClient(Connections.GitHub);
        var pull = await github.CreatePullAsync($"Change {branch}", "", branch, "main", CancellationToken.None);
        using var mara = ReviewerClient.Mara(Sandbox.Address);
        using var jonas = ReviewerClient.Jonas(Sandbox.Address);
        if (approve)
        {
            await mara.ApproveAsync(pull.Number, "Looks right", CancellationToken.None);
            await jonas.ApproveAsync(pull.Number, "Agreed", CancellationToken.None);
        }

        if (merge)
        {
            await mara.MergeAsync(pull.Number, CancellationToken.None);
        }

        return pull.Number;
    }

    /// <summary>All documents of this checkout as a merged pull request.</summary>
    public Task<int> ProposeSampleContentAsync() => ProposeAsync(
        "sample-content",
        ContentFolder.Read(Checkout.Root, "content")
            .Where(file => file.Path != "content/pipeline.yml")
            .Select(file => TreeChange.Put(file.Path, file.Bytes)));

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    void IProgress<string>.Report(string value) => Progress.Add(value);
}
