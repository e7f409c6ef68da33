using System.Net;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.EndToEnd;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Sync.Branches;

/// <summary>Two runs at once: the ledger is written by the one that was faster, and the other one says so. So does one that cannot know
/// whether it was.</summary>
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

        ShouldBe(overtaken, "the branch exists already");
        (await (await OpenAsync("reader")).HeadAsync(default)).ShouldBe(written);
    }

    [Fact]
    public async Task A_push_whose_answer_is_lost_is_looked_for_and_counts_where_it_arrived()
    {
        using var network = new LossyNetwork();
        var branch = await OpenAsync("lost", network);
        network.Loses = request => request.Method == HttpMethod.Post && IsPush(request);

        var written = await branch.AppendAsync(null, "First", [File("one")], default);

        (await (await OpenAsync("reader")).HeadAsync(default)).ShouldBe(written);
    }

    [Fact]
    public async Task A_push_whose_answer_is_lost_and_that_did_not_arrive_is_to_be_repeated()
    {
        using var network = new LossyNetwork();
        var branch = await OpenAsync("lost", network);
        network.Replaces = request => request.Method == HttpMethod.Post && IsPush(request)
            ? new HttpResponseMessage(HttpStatusCode.BadGateway)
            : null;

        var unknown = await Should.ThrowAsync<PipelineException>(() => branch.AppendAsync(null, "First", [File("one")], default));

        ShouldBe(unknown, "the push was not confirmed");
        (await (await OpenAsync("reader")).HeadAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_written_is_read_below_the_prefixes_and_before_the_first_run_there_is_nothing()
    {
        var branch = await OpenAsync("first");
        var head = await branch.AppendAsync(null, "First", [File("one"), new ContentFile("other.json", File("two").Bytes)], default);

        var read = (await branch.ReadAsync(head, ["run.json"], default)).ShouldHaveSingleItem();

        (read.Path, Encoding.UTF8.GetString(read.Bytes.Span)).ShouldBe(("run.json", "one"));
        (await branch.ReadAsync(null, ["run.json"], default)).ShouldBeEmpty();
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

    private static void ShouldBe(PipelineException overtaken, string reason)
    {
        var fault = overtaken.Diagnostics.ShouldHaveSingleItem();
        overtaken.ExitCode.ShouldBe(ExitCode.PartlyApplied);
        fault.ToString().ShouldBe($"branch ledger(1,1): error DOC0617: the ledger moved while this run was at work: {reason}");
        fault.Help.ShouldBe("run the target again");
    }

    private static bool IsPush(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("git-receive-pack", StringComparison.Ordinal);

    private static ContentFile File(string text) => new("run.json", Encoding.UTF8.GetBytes(text));

    private async Task<LedgerBranch> OpenAsync(string name, HttpMessageHandler? network = null) =>
        new(await CloneAsync(name, network), "ledger", CommitAuthor.Of(world.Connections.GitHub), TimeProvider.System);

    private async Task<GitRepository> CloneAsync(string name, HttpMessageHandler? network = null)
    {
        var folder = Path.Combine(Path.GetDirectoryName(world.WorkFolder)!, $"{name}.git");
        var remote = GitRemote.Of(world.Connections.GitHub);
        var repository = await GitRepository.OpenAsync(folder, network is null ? remote : remote with { Handler = network }, default);
        await repository.FetchAsync(default);
        return repository;
    }
}
