using System.Diagnostics;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Tests.Systems.Git;

public sealed class GitRepositoryTests : IAsyncLifetime
{
    private static readonly GitPerson Bot = new("Docs Bot", "docs-bot@halden.example");
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("git-").FullName;
    private GitRepository ours = null!;

    private string Remote => Path.Combine(root, "remote.git");

    public async Task InitializeAsync()
    {
        Run("init", "--bare", "--quiet", Remote);
        ours = await Open("ours.git");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Begins_a_branch_that_does_not_exist_and_reads_it_back()
    {
        (await ours.ResolveAsync("ledger", default)).ShouldBeNull();
        var commit = await Commit(null, ("content/ä b.md", "one"), ("content/data.bin", "\0\r\n\0"), ("schemas/x.json", "{}"));

        (await ours.PushAsync("ledger", commit, default, expected: "")).Accepted.ShouldBeTrue();

        var theirs = await Open("theirs.git");
        await theirs.FetchAsync(default);
        (await theirs.ResolveAsync("ledger", default)).ShouldBe(commit);
        var files = await theirs.ReadTreeAsync(commit, ["content/"], default);
        files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span))).ShouldBe([("content/data.bin", "\0\r\n\0"), ("content/ä b.md", "one")]);
    }

    [Fact]
    public async Task Changes_and_deletes_files_and_leaves_the_others()
    {
        var first = await Commit(null, ("a.md", "a"), ("b.md", "b"), ("c.md", "c"));

        var second = await ours.CommitAsync(
            new CommitDraft(first, [TreeChange.Put("b.md", "B"u8.ToArray()), TreeChange.Delete("c.md"), TreeChange.Delete("never-was.md")], "Change b\n\nLong story", Bot, Noon), default);

        (await ours.DiffAsync(first, second, default)).ShouldBe([new PathChange('M', "b.md"), new PathChange('D', "c.md")]);
        var commit = await ours.ShowAsync(second, default);
        commit.Message.ShouldBe("Change b\n\nLong story");
        commit.Parents.ShouldBe([first]);
        (commit.Author, commit.Committer, commit.Date).ShouldBe((Bot, Bot, Noon));
        (await ours.LogAsync(second, "c.md", 10, default)).Select(entry => entry.Id).ShouldBe([second, first]);
        (await ours.RangeAsync(first, second, default)).Select(entry => entry.Id).ShouldBe([second]);
    }

    [Fact]
    public async Task The_same_draft_is_the_same_commit() =>
        (await Commit(null, ("a.md", "a"))).ShouldBe(await Commit(null, ("a.md", "a")));

    [Fact]
    public async Task A_push_over_somebody_elses_commit_is_rejected_and_changes_nothing()
    {
        var first = await Commit(null, ("a.md", "a"));
        await ours.PushAsync("main", first, default, expected: "");
        var theirs = await Open("theirs.git");
        await theirs.FetchAsync(default);
        var other = await theirs.CommitAsync(new CommitDraft(first, [TreeChange.Put("a.md", "x"u8.ToArray())], "Theirs", Bot, Noon), default);
        await theirs.PushAsync("main", other, default);

        var mine = await ours.CommitAsync(new CommitDraft(first, [TreeChange.Put("a.md", "y"u8.ToArray())], "Mine", Bot, Noon), default);

        (await ours.PushAsync("main", mine, default)).Accepted.ShouldBeFalse();
        (await ours.PushAsync("main", mine, default, expected: first)).Accepted.ShouldBeFalse();
        await ours.FetchAsync(default);
        (await ours.ResolveAsync("main", default)).ShouldBe(other);
        (await ours.PushAsync("main", mine, default, expected: other)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Forgets_a_branch_that_is_gone()
    {
        await ours.PushAsync("export", await Commit(null, ("a.md", "a")), default);
        Run("--git-dir", Remote, "update-ref", "-d", "refs/heads/export");

        await ours.FetchAsync(default);

        (await ours.ResolveAsync("export", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Fetches_the_head_of_a_pull_request_by_its_ref()
    {
        var commit = await Commit(null, ("a.md", "a"));
        await ours.PushAsync("topic", commit, default);
        Run("--git-dir", Remote, "update-ref", "refs/pull/7/head", commit);
        var theirs = await Open("theirs.git");

        await theirs.FetchAsync(default, "refs/pull/7/head");

        (await theirs.ResolveAsync("refs/pull/7/head", default)).ShouldBe(commit);
    }

    [Fact]
    public async Task Tells_ancestors_and_merges_without_a_work_tree()
    {
        var start = await Commit(null, ("a.md", "a\n"), ("b.md", "b\n"));
        var left = await Commit(start, ("a.md", "left\n"));
        var right = await Commit(start, ("b.md", "right\n"));
        var clash = await Commit(start, ("a.md", "clash\n"));

        (await ours.IsAncestorAsync(start, left, default)).ShouldBeTrue();
        (await ours.IsAncestorAsync(left, right, default)).ShouldBeFalse();
        var merge = await ours.MergeTreeAsync(left, right, default);
        merge.Conflicts.ShouldBeEmpty();
        (await ours.DiffAsync(left, merge.Tree, default)).ShouldBe([new PathChange('M', "b.md")]);
        (await ours.MergeTreeAsync(left, clash, default)).Conflicts.ShouldBe(["a.md"]);
    }

    [Theory]
    [InlineData("120000", "is a symbolic link")]
    [InlineData("160000", "is a submodule")]
    public async Task Refuses_what_leads_out_of_the_commit(string mode, string what)
    {
        var entry = mode == "160000" ? $"commit {new string('1', 40)}" : $"blob {Run("--git-dir", Remote, "hash-object", "-w", "--stdin").Trim()}";
        var tree = Feed($"{mode} {entry}\tcontent.md\n", "--git-dir", Remote, "mktree", "--missing").Trim();
        await Refuse(tree, what);
    }

    [Fact]
    public async Task Refuses_paths_that_differ_only_in_case() =>
        await RefuseCommit(await Commit(null, ("content/a.md", "1"), ("content/A.md", "2")), "only in the case");

    [Fact]
    public async Task Refuses_a_pointer_into_large_file_storage() =>
        await RefuseCommit(await Commit(null, ("a.png", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")), "large-file storage");

    [Theory]
    [InlineData("../a.md")]
    [InlineData("content/.git/config")]
    [InlineData("/a.md")]
    [InlineData("a\nb.md")]
    public async Task Writes_no_path_that_leads_elsewhere(string path) =>
        await Should.ThrowAsync<GitException>(() => Commit(null, (path, "x")));

    [Fact]
    public async Task A_remote_that_is_not_there_is_one_diagnostic()
    {
        var lost = await GitRepository.OpenAsync(Path.Combine(root, "lost.git"), new GitRemote(new Uri("http://127.0.0.1:9/x.git")), default);

        var fault = await Should.ThrowAsync<GitException>(lost.FetchAsync(default));

        fault.ExitCode.ShouldBe(ExitCode.Unreachable);
        fault.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0903");
    }

    [Fact]
    public async Task Reads_ten_thousand_files_in_one_go()
    {
        var commit = await Commit(null, [.. Enumerable.Range(0, 10_000).Select(number => ($"content/{number % 100}/{number}.md", new string('x', 6_000)))]);
        var watch = Stopwatch.StartNew();

        (await ours.ReadTreeAsync(commit, ["content"], default)).Count.ShouldBe(10_000);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private Task<string> Commit(string? parent, params (string Path, string Text)[] files) => ours.CommitAsync(
        new CommitDraft(parent, [.. files.Select(file => TreeChange.Put(file.Path, Encoding.UTF8.GetBytes(file.Text)))], "Write", Bot, Noon), default);

    private Task<GitRepository> Open(string name) => GitRepository.OpenAsync(Path.Combine(root, name), new GitRemote(new Uri(Remote)), default);

    private async Task Refuse(string tree, string what)
    {
        var commit = Run("--git-dir", Remote, "-c", "user.name=x", "-c", "user.email=x@x", "commit-tree", tree, "-m", "x").Trim();
        Run("--git-dir", Remote, "update-ref", "refs/heads/odd", commit);
        await ours.FetchAsync(default);
        await RefuseCommit(commit, what);
    }

    private async Task RefuseCommit(string commit, string what)
    {
        var fault = await Should.ThrowAsync<PipelineException>(ours.ReadTreeAsync(commit, [], default));
        fault.Diagnostics.ShouldHaveSingleItem().Message.ShouldContain(what);
    }

    private static string Run(params string[] arguments) => Feed("", arguments);

    private static string Feed(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return output;
    }
}
