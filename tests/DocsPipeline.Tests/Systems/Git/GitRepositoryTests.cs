using System.Diagnostics;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox.GitHub;

namespace DocsPipeline.Tests.Systems.Git;

public sealed class GitRepositoryTests(RunningGitHub github) : IClassFixture<RunningGitHub>, IAsyncLifetime
{
    private static readonly GitPerson Bot = GitClones.Bot;
    private static readonly DateTimeOffset Noon = GitClones.Noon;

    private readonly GitClones clones = new(github);
    private GitRepository ours = null!;

    public async Task InitializeAsync() => ours = await clones.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Begins_a_branch_that_does_not_exist_and_reads_it_back()
    {
        (await ours.ResolveAsync("ledger", default)).ShouldBeNull();
        var commit = await Commit(null, ("content/ä b.md", "one"), ("content/data.bin", "\0\r\n\0"), ("schemas/x.json", "{}"));

        (await ours.PushAsync("ledger", commit, default, expected: "")).Accepted.ShouldBeTrue();

        var theirs = await clones.FetchedAsync();
        (await theirs.ResolveAsync("ledger", default)).ShouldBe(commit);
        var files = await theirs.ReadTreeAsync(commit, ["content/"], default);
        files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))
            .ShouldBe([("content/data.bin", "\0\r\n\0"), ("content/ä b.md", "one")]);
    }

    [Fact]
    public async Task Changes_and_deletes_files_and_leaves_the_others()
    {
        var first = await Commit(null, ("a.md", "a"), ("b.md", "b"), ("c.md", "c"));

        List<TreeChange> changes = [TreeChange.Put("b.md", "B"u8.ToArray()), TreeChange.Delete("c.md"), TreeChange.Delete("never-was.md")];
        var second = await ours.CommitAsync(new CommitDraft(first, changes, "Change b\n\nLong story", Bot, Noon), default);

        (await ours.DiffAsync(first, second, default)).ShouldBe([new PathChange('M', "b.md"), new PathChange('D', "c.md")]);
        var commit = await ours.ShowAsync(second, default);
        commit.Message.ShouldBe("Change b\n\nLong story");
        commit.Parents.ShouldBe([first]);
        (commit.Author, commit.Committer, commit.Date).ShouldBe((Bot, Bot, Noon));
        (await ours.RangeAsync(first, second, default)).Select(entry => entry.Id).ShouldBe([second]);
    }

    [Fact]
    public async Task The_same_draft_is_the_same_commit() =>
        (await Commit(null, ("a.md", "a"))).ShouldBe(await Commit(null, ("a.md", "a")));

    [Fact]
    public async Task A_commit_has_the_bytes_that_git_would_give_it()
    {
        var first = await Commit(null, ("content/a.md", "a"), ("content.md", "b"));
        await ours.PushAsync("bytes", first, default, expected: "");

        (await clones.ServerAsync("cat-file", "commit", first)).ShouldBe(
            "tree 153da157f9299567dd0cfc1511228167788e1516\nauthor Docs Bot <docs-bot@halden.example> 1803902400 +0000\n"
            + "committer Docs Bot <docs-bot@halden.example> 1803902400 +0000\n\nWrite");
        (await clones.ServerAsync("fsck", "--strict", "--no-dangling", first)).ShouldBe("");
    }

    [Fact]
    public async Task A_file_may_take_the_place_of_a_folder_and_give_it_back_and_no_folder_stays_empty()
    {
        var first = await Commit(null, ("a/b/c.md", "c"), ("d.md", "d"));
        var second = await Commit(first, ("a", "file"));
        var third = await Commit(second, ("a/b/c.md", "c"));
        var fourth = await ours.CommitAsync(new CommitDraft(third, [TreeChange.Delete("a/b/c.md")], "Delete", Bot, Noon), default);

        (await ours.ListTreeAsync(second, [], default)).Select(file => file.Path).ShouldBe(["a", "d.md"]);
        (await ours.DiffAsync(first, second, default)).ShouldBe([new PathChange('A', "a"), new PathChange('D', "a/b/c.md")]);
        (await ours.DiffAsync(first, third, default)).ShouldBeEmpty();
        (await ours.ShowAsync(fourth, default)).Tree.ShouldBe((await ours.ShowAsync(await Commit(null, ("d.md", "d")), default)).Tree);
    }

    [Fact]
    public async Task Stores_files_before_their_commit_and_reads_them_one_by_one()
    {
        using var writer = ours.WriteBlobs();
        var blobs = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(number => writer.PutAsync(Encoding.UTF8.GetBytes($"{number}"), default)));

        List<TreeChange> changes = [.. blobs.Select((blob, number) => TreeChange.Stored($"{number:00}.md", blob))];
        var commit = await ours.CommitAsync(new CommitDraft(null, changes, "Write", Bot, Noon), default);

        using var reader = ours.ReadBlobs();
        var files = await Task.WhenAll((await ours.ListTreeAsync(commit, [], default)).Select(file => reader.ReadAsync(file, default)));
        files.Select(file => Encoding.UTF8.GetString(file.Bytes.Span)).ShouldBe(Enumerable.Range(0, 50).Select(number => $"{number}"));
    }

    [Theory]
    [InlineData("content", "content/a.md content/b/c.md")]
    [InlineData("content/", "content/a.md content/b/c.md")]
    [InlineData("content/b", "content/b/c.md")]
    [InlineData("content/a.md", "content/a.md")]
    [InlineData("cont", "")]
    [InlineData("content/a", "")]
    public async Task Lists_what_is_below_a_folder_or_at_a_path(string prefix, string expected)
    {
        var commit = await Commit(null, ("content/a.md", ""), ("content/b/c.md", ""), ("content.md", ""), ("other/content/d.md", ""));

        string.Join(' ', (await ours.ListTreeAsync(commit, [prefix], default)).Select(file => file.Path)).ShouldBe(expected);
    }

    [Fact]
    public async Task Compares_with_the_tree_that_holds_nothing() =>
        (await ours.DiffAsync("4b825dc642cb6eb9a060e54bf8d69288fbee4904", await Commit(null, ("a.md", "a")), default))
            .ShouldBe([new PathChange('A', "a.md")]);

    [Fact]
    public async Task Lists_commits_before_their_parents_even_with_a_clock_that_stands_still()
    {
        var ids = new List<string> { await Commit(null, ("a.md", "0")) };
        for (var number = 1; number < 6; number++)
        {
            ids.Add(await Commit(ids[^1], ("a.md", $"{number}")));
        }

        (await ours.RangeAsync(ids[0], ids[^1], default)).Select(commit => commit.Id).ShouldBe(ids.Skip(1).Reverse());
        (await ours.MergeBaseAsync(ids[2], ids[4], default)).ShouldBe(ids[2]);
        (await ours.MergeBaseAsync(ids[2], await Commit(null, ("x.md", "x")), default)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_there_is_null_or_one_diagnostic()
    {
        (await ours.ResolveAsync(new string('1', 40), default)).ShouldBeNull();
        (await ours.ResolveAsync("no..branch", default)).ShouldBeNull();
        await Should.ThrowAsync<GitException>(ours.ShowAsync(new string('1', 40), default));
        await Should.ThrowAsync<GitException>(ours.ListTreeAsync("main", [], default));
        (await ours.FindFileAsync(await Commit(null, ("a.md", "a")), "b.md", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Forgets_a_branch_that_is_gone()
    {
        await ours.PushAsync("export", await Commit(null, ("a.md", "a")), default);
        await clones.ServerAsync("update-ref", "-d", "refs/heads/export");

        await ours.FetchAsync(default);

        (await ours.ResolveAsync("export", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Fetches_the_head_of_a_pull_request_by_its_ref()
    {
        var commit = await Commit(null, ("a.md", "a"));
        await ours.PushAsync("topic", commit, default);
        await clones.ServerAsync("update-ref", "refs/pull/7/head", commit);
        var theirs = await clones.OpenAsync();

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

    [Fact]
    public async Task Refuses_a_pointer_into_large_file_storage() =>
        (await Should.ThrowAsync<PipelineException>(ours.ReadTreeAsync(
            await Commit(null, ("a.png", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")), [], default)))
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("large-file storage");

    // Against the time that writing them takes: a clock alone would measure the machine.
    [Fact]
    public async Task Reads_ten_thousand_files_sooner_than_it_wrote_them_twice()
    {
        var text = new string('x', 6_000);
        var files = Enumerable.Range(0, 10_000).Select(number => ($"content/{number % 100}/{number}.md", $"{number} {text}")).ToArray();
        var watch = Stopwatch.StartNew();
        var commit = await Commit(null, files);
        var writing = watch.Elapsed;

        (await ours.ReadTreeAsync(commit, ["content"], default)).Count.ShouldBe(10_000);

        (watch.Elapsed - writing).ShouldBeLessThan(2 * writing);
    }

    private Task<string> Commit(string? parent, params (string Path, string Text)[] files) => GitClones.CommitAsync(ours, parent, files);
}
