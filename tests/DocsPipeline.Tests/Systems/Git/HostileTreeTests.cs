using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox.GitHub;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>
/// Trees that git's own check would refuse: whoever can write to the server's disk, or finds a hole in its checks, can make them.
/// </summary>
public sealed class HostileTreeTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private readonly GitClones clones = new(github);

    [Theory]
    [InlineData(".git", "the repository's own folder")]
    [InlineData(".GIT", "the repository's own folder")]
    [InlineData(".g\u200cit", "the repository's own folder")]
    [InlineData("git~1", "the repository's own folder")]
    [InlineData(".git . .", "the repository's own folder")]
    [InlineData(".git::$INDEX_ALLOCATION", "the repository's own folder")]
    [InlineData("a\\.git\\config", "the repository's own folder")]
    [InlineData("..", "leads to another folder")]
    [InlineData(".", "leads to another folder")]
    [InlineData("a/b", "has a path for a name")]
    public async Task A_name_that_leads_elsewhere_is_not_read(string name, string what) =>
        await RefuseAsync(what, ("100644", name, await BlobAsync("x")));

    // git itself sends no such tree, so that it can only be made in the clone.
    [Theory]
    [InlineData("100644 \0")]
    [InlineData("100644 a.md")]
    [InlineData("a.md\0")]
    public async Task A_tree_that_cannot_be_read_is_one_diagnostic(string start)
    {
        var folder = github.Folder($"clones/{Guid.NewGuid():N}");
        var clone = await clones.OpenAsync(folder);
        var file = Path.Combine(folder, "tree");
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(start), .. new byte[20]]);
        var tree = (await GitProgram.DemandAsync(folder, "hash-object", "-t", "tree", "--literally", "-w", file)).Trim();

        var fault = await Should.ThrowAsync<GitException>(clone.ListTreeAsync(tree, [], default));

        fault.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0908");
    }

    [Fact]
    public async Task Of_two_entries_with_one_name_neither_is_read() => await RefuseAsync(
        "is there twice", ("100644", "a.md", await BlobAsync("reviewed")), ("100644", "a.md", await BlobAsync("other")));

    [Fact]
    public async Task A_folder_beside_a_file_of_its_name_is_not_read()
    {
        var folder = await clones.ObjectAsync("tree", []);
        var file = await BlobAsync("x");
        await RefuseAsync("is there twice", ("100644", "a", file), ("100644", "a.md", file), ("40000", "a", folder));
    }

    [Fact]
    public async Task A_tree_out_of_order_is_not_read_nor_compared_nor_merged()
    {
        var commit = await RefuseAsync("out of order", ("100644", "b.md", await BlobAsync("x")), ("100644", "a.md", await BlobAsync("x")));
        var clone = await clones.FetchedAsync();
        var main = (await clone.ResolveAsync("main", default))!;

        await Should.ThrowAsync<PipelineException>(clone.DiffAsync(main, commit, default));
        await Should.ThrowAsync<PipelineException>(clone.MergeTreeAsync(main, commit, default));
    }

    [Fact]
    public async Task Folders_without_end_are_not_followed()
    {
        var tree = await clones.ObjectAsync("tree", []);
        for (var depth = 0; depth < 130; depth++)
        {
            tree = await clones.ObjectAsync("tree", [.. "40000 a\0"u8, .. Convert.FromHexString(tree)]);
        }

        await RefuseAsync("lies too deep", ("40000", "a", tree));
    }

    [Fact]
    public async Task Ten_folders_that_hold_one_another_eight_times_over_are_not_unfolded()
    {
        var inner = ("100644", await BlobAsync("x"));
        for (var level = 0; level < 8; level++)
        {
            byte[] bytes = [.. Enumerable.Range(0, 10).SelectMany(number => GitClones.Entry(inner.Item1, $"f{number}", inner.Item2))];
            inner = ("40000", await clones.ObjectAsync("tree", bytes));
        }

        await RefuseAsync("holds too many files", ("40000", "a", inner.Item2));
    }

    [Theory]
    [InlineData("120000", "is a symbolic link")]
    [InlineData("160000", "is a submodule")]
    public async Task What_leads_out_of_the_commit_is_not_read(string mode, string what) =>
        await RefuseAsync(what, (mode, "content.md", mode == "160000" ? new string('1', 40) : await BlobAsync("/etc/passwd")));

    [Fact]
    public async Task Paths_that_differ_only_in_case_are_not_read() =>
        await RefuseAsync("only in the case", ("100644", "A.md", await BlobAsync("1")), ("100644", "a.md", await BlobAsync("2")));

    [Theory]
    [InlineData("../a.md")]
    [InlineData("content/.git/config")]
    [InlineData("content/.GIT/config")]
    [InlineData("content/./a.md")]
    [InlineData("/a.md")]
    [InlineData("content//a.md")]
    [InlineData("")]
    [InlineData("a\\b.md")]
    [InlineData("a\nb.md")]
    public async Task No_path_that_leads_elsewhere_is_written(string path)
    {
        var clone = await clones.OpenAsync();
        await Should.ThrowAsync<GitException>(() => GitClones.CommitAsync(clone, null, (path, "x")));
    }

    private async Task<string> RefuseAsync(string what, params (string Mode, string Name, string Id)[] entries)
    {
        var commit = await clones.PlantAsync($"odd-{Guid.NewGuid():N}", entries);
        var clone = await clones.FetchedAsync();
        var fault = await Should.ThrowAsync<PipelineException>(clone.ListTreeAsync(commit, [], default));
        fault.Diagnostics.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            told => told.Code.Id.ShouldBe("DOC0909"), told => told.Message.ShouldContain(what));
        return commit;
    }

    private Task<string> BlobAsync(string text) => clones.ObjectAsync("blob", Encoding.UTF8.GetBytes(text));
}
