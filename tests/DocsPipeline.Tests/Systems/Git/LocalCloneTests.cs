using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox.GitHub;
using LibGit2Sharp;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>The clone's folder: made by an earlier version, left behind by a run that was killed, or used by two runs.</summary>
public sealed class LocalCloneTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private readonly GitClones clones = new(github);
    private readonly string folder = github.Folder($"clones/{Guid.NewGuid():N}");

    [Fact]
    public async Task A_clone_that_the_git_program_made_goes_on_being_used()
    {
        await GitProgram.DemandAsync(folder, "init", "--bare", "--quiet", ".");
        await GitProgram.DemandAsync(folder, "config", "remote.origin.url", clones.Remote.Url.AbsoluteUri);
        var header = $"http.{github.Address}.extraHeader=Authorization: Basic {Convert.ToBase64String("x:sandbox-bot-token"u8)}";
        await GitProgram.DemandAsync(folder, "-c", header, "fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
        await GitProgram.DemandAsync(folder, "pack-refs", "--all");
        await GitProgram.DemandAsync(folder, "update-ref", "refs/remotes/origin/long-gone", "refs/remotes/origin/main");

        var clone = await clones.OpenAsync(folder);
        (await clone.ResolveAsync("main", default)).ShouldBe(await clones.ServerAsync("rev-parse", "main"));
        await clone.FetchAsync(default);

        (await clone.ResolveAsync("long-gone", default)).ShouldBeNull();
        var next = await GitClones.CommitAsync(clone, await clone.ResolveAsync("main", default), ("content/faq/one.md", "old clone"));
        (await clone.PushAsync("from-old-clone", next, default, expected: "")).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_clone_follows_the_address_of_its_remote()
    {
        await clones.OpenAsync(folder, new GitRemote(new Uri("http://127.0.0.1:9/x.git")));

        var clone = await clones.OpenAsync(folder);
        await clone.FetchAsync(default);

        var commit = await GitClones.CommitAsync(clone, null, ("a.md", "a"));
        (await clone.PushAsync("followed", commit, default, expected: "")).Accepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("HEAD", "ref: refs/heads/main\n")]
    [InlineData("config.lock", "")]
    [InlineData("config", "")]
    public async Task Half_a_beginning_is_begun_again(string file, string content)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, file), content);

        var clone = await clones.OpenAsync(folder);
        await clone.FetchAsync(default);

        (await clone.ResolveAsync("main", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_commit_that_the_clone_has_lost_is_told_with_the_way_out()
    {
        var clone = await clones.OpenAsync(folder);
        await clone.FetchAsync(default);
        Directory.Delete(Path.Combine(folder, "objects"), recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "objects"));

        var lost = await Should.ThrowAsync<GitException>(() => clone.ResolveAsync("main", default));

        lost.Reason.ShouldBe("the clone has lost what main points at");
        lost.Diagnostics.ShouldHaveSingleItem().Help.ShouldNotBeNull().ShouldContain("artifacts/work/");
    }

    [Fact]
    public async Task A_fetch_that_was_killed_is_no_obstacle_to_the_next()
    {
        await clones.OpenAsync(folder);
        foreach (var (file, content) in new[]
        {
            ("objects/pack/pack_git2_a1b2c3", "PACK\0\0\0\u0002"), ("refs/remotes/origin/main.lock", "0123"),
            ("packed-refs.lock", "# pack-refs"), ("config.lock", ""),
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            await File.WriteAllTextAsync(Path.Combine(folder, file), content);
        }

        var clone = await clones.OpenAsync(folder);
        await clone.FetchAsync(default);

        (await clone.ResolveAsync("main", default)).ShouldNotBeNull();
        Directory.EnumerateFiles(Path.Combine(folder, "objects/pack"), "pack_git2*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_runs_in_one_clone_wait_for_each_other()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var clone = await clones.OpenAsync(folder);
            await clone.FetchAsync(default);
            return await clone.ResolveAsync("main", default);
        }));

        all.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_branch_may_take_the_place_of_a_folder_of_branches_and_give_it_back()
    {
        var clone = await clones.OpenAsync(folder);
        var commit = await GitClones.CommitAsync(clone, null, ("a.md", "a"));
        await clone.PushAsync("place", commit, default, expected: "");
        await clones.ServerAsync("update-ref", "-d", "refs/heads/place");
        await clones.ServerAsync("update-ref", "refs/heads/place/below", commit);

        await clone.FetchAsync(default);

        (await clone.ResolveAsync("place", default)).ShouldBeNull();
        (await clone.ResolveAsync("place/below", default)).ShouldBe(commit);
    }

    [Theory]
    [InlineData(ConfigurationLevel.Global)]
    [InlineData(ConfigurationLevel.Xdg)]
    [InlineData(ConfigurationLevel.System)]
    [InlineData(ConfigurationLevel.ProgramData)]
    public async Task Nothing_of_the_users_configuration_counts(ConfigurationLevel level)
    {
        await clones.OpenAsync(folder);

        GlobalSettings.GetConfigSearchPaths(level).ShouldBe([""]);
        using var repository = new Repository(folder);
        repository.Config.HasConfig(level).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_of_another_user_is_opened_as_containers_have_them()
    {
        await clones.OpenAsync(folder);

        GlobalSettings.GetOwnerValidation().ShouldBeFalse();
    }
}
