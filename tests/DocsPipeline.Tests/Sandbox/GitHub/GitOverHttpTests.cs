namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class GitOverHttpTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Fact]
    public async Task A_clone_holds_the_seed_and_a_pushed_branch_can_become_a_pull_request()
    {
        var clone = await CloneAsync("wera");
        (await File.ReadAllTextAsync(Path.Combine(clone, "content/faq/one.md"))).ShouldBe("# One\n\nfirst\n");

        await ChangeAsync(clone, "from-git");
        await GitProgram.DemandAsync(clone, "push", "--quiet", "origin", "from-git");

        var pull = await github.ExpectAsync(201, "POST", "pulls", new { title = "From git", head = "from-git", @base = "main" });
        pull["commits"]!.GetValue<int>().ShouldBe(1);
        (await GitProgram.DemandAsync(clone, "ls-remote", "origin", $"refs/pull/{pull["number"]}/head"))
            .ShouldContain(pull["head"]!["sha"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_push_to_main_is_declined_by_the_protected_branch_hook_even_for_an_administrator()
    {
        var clone = await CloneAsync("mara");
        await ChangeAsync(clone, "straight");
        var before = await github.TipAsync("main");

        var (code, output) = await GitProgram.RunAsync(clone, "push", "origin", "straight:main");

        code.ShouldNotBe(0);
        output.ShouldContain("protected branch hook declined");
        output.ShouldContain("GH006: Protected branch update failed for refs/heads/main.");
        (await github.TipAsync("main")).ShouldBe(before);
    }

    [Fact]
    public async Task Main_can_be_neither_forced_nor_deleted()
    {
        var clone = await CloneAsync("mara");
        await GitProgram.DemandAsync(clone, "checkout", "--quiet", "--orphan", "other");
        await GitProgram.DemandAsync(clone, "commit", "--quiet", "-m", "Another beginning");

        (await GitProgram.RunAsync(clone, "push", "--force", "origin", "other:main")).Output.ShouldContain(
            "protected branch hook declined");
        (await GitProgram.RunAsync(clone, "push", "origin", ":main")).Output.ShouldContain("Cannot delete this branch");
        (await github.CallAsync("GET", "git/ref/heads/main")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_refused_branch_takes_the_rest_of_its_push_with_it()
    {
        var clone = await CloneAsync("wera");
        await ChangeAsync(clone, "beside");

        (await GitProgram.RunAsync(clone, "push", "origin", "beside:main", "beside:beside")).Output.ShouldContain(
            "pre-receive hook declined");
        (await github.CallAsync("GET", "git/ref/heads/beside")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Readers_fetch_but_do_not_push_and_strangers_see_no_repository()
    {
        var clone = await CloneAsync("rita");
        await ChangeAsync(clone, "reader");
        (await GitProgram.RunAsync(clone, "push", "origin", "reader")).Output.ShouldContain("403");

        (await GitProgram.RunAsync(github.Folder("none"), "clone", Url("otto"))).Output.ShouldContain("Repository not found");
        (await GitProgram.RunAsync(github.Folder("none"), "clone", Url("nobody"))).Code.ShouldNotBe(0);
    }

    [Fact]
    public async Task A_large_push_arrives_whole()
    {
        var clone = await CloneAsync("wera");
        await GitProgram.DemandAsync(clone, "checkout", "--quiet", "-b", "large");
        var bytes = new byte[3_000_000];
        new Random(7).NextBytes(bytes);
        await File.WriteAllBytesAsync(Path.Combine(clone, "large.bin"), bytes);
        await GitProgram.DemandAsync(clone, "add", ".");
        await GitProgram.DemandAsync(clone, "commit", "--quiet", "-m", "Add a large file");
        await GitProgram.DemandAsync(clone, "push", "--quiet", "origin", "large");

        (await github.ExpectAsync(200, "GET", "contents/large.bin?ref=large"))["size"]!.GetValue<int>().ShouldBe(bytes.Length);
    }

    private async Task<string> CloneAsync(string who)
    {
        var folder = Path.Combine(github.Folder("clones"), Guid.NewGuid().ToString("N"));
        await GitProgram.DemandAsync(github.Folder("clones"), "clone", "--quiet", Url(who), folder);
        return folder;
    }

    private string Url(string who) =>
        $"http://x-access-token:sandbox-{who}-token@{github.Address.Authority}/github/halden/partner-docs.git";

    private static async Task ChangeAsync(string clone, string branch)
    {
        await GitProgram.DemandAsync(clone, "checkout", "--quiet", "-b", branch);
        await File.WriteAllTextAsync(Path.Combine(clone, "content/faq/one.md"), $"# One\n\n{branch}\n");
        await GitProgram.DemandAsync(clone, "commit", "--quiet", "-am", $"Change one on {branch}");
    }
}
