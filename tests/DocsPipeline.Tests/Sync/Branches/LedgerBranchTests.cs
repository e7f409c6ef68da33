using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.EndToEnd;

namespace DocsPipeline.Tests.Sync.Branches;

/// <summary>Two runs at once: the ledger is written by the one that was faster, and the other one says so.</summary>
public sealed class LedgerBranchTests : IAsyncLifetime
{
    private readonly World world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_run_that_was_overtaken_writes_nothing_and_is_to_be_repeated()
    {
        var (first, second) = (await OpenAsync("first"), await OpenAsync("second"));
        var written = await first.AppendAsync(null, "First", [File("one")], default);

        var overtaken = await Should.ThrowAsync<PipelineException>(() => second.AppendAsync(null, "Second", [File("two")], default));

        overtaken.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        overtaken.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Ledger.PublishedElsewhere);
        (await (await OpenAsync("reader")).HeadAsync(default)).ShouldBe(written);
    }

    [Fact]
    public async Task The_commit_that_was_read_is_the_one_to_write_on_and_not_the_newest()
    {
        var branch = await OpenAsync("first");
        var read = await branch.AppendAsync(null, "First", [File("one")], default);
        var newest = await branch.AppendAsync(read, "Second", [File("two")], default);

        await Should.ThrowAsync<PipelineException>(() => branch.AppendAsync(read, "Third", [File("three")], default));

        (await (await OpenAsync("reader")).HeadAsync(default)).ShouldBe(newest);
    }

    [Fact]
    public async Task A_commit_is_by_the_account_of_the_token()
    {
        var branch = await OpenAsync("first");
        var head = await branch.AppendAsync(null, "First", [File("one")], default);

        var repository = await CloneAsync("reader");
        (await repository.ShowAsync(head, default)).Author.ShouldBe(new GitPerson("docs-bot", "docs-bot@users.noreply.github.com"));
    }

    private static ContentFile File(string text) => new("run.json", Encoding.UTF8.GetBytes(text));

    private async Task<LedgerBranch> OpenAsync(string name) =>
        new(await CloneAsync(name), "ledger", CommitAuthor.Of(world.Connections.GitHub), TimeProvider.System);

    private async Task<GitRepository> CloneAsync(string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(world.WorkFolder)!, $"{name}.git");
        var repository = await GitRepository.OpenAsync(folder, GitRemote.Of(world.Connections.GitHub), default);
        await repository.FetchAsync(default);
        return repository;
    }
}
