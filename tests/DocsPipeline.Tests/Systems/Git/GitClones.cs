using System.Text;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox.GitHub;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>Clones of the sandbox's repository, as many writers as a test wants, and the repository itself as the server sees it.</summary>
internal sealed class GitClones(RunningGitHub github)
{
    public static readonly GitPerson Bot = new("Docs Bot", "docs-bot@halden.example");
    public static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public GitRemote Remote { get; } =
        new(new Uri(github.Address, "github/halden/partner-docs.git"), new Secret("sandbox-bot-token"));

    public Task<GitRepository> OpenAsync(GitRemote? remote = null) =>
        OpenAsync(github.Folder($"clones/{Guid.NewGuid():N}"), remote);

    public Task<GitRepository> OpenAsync(string folder, GitRemote? remote = null) =>
        GitRepository.OpenAsync(folder, remote ?? Remote, default);

    public async Task<GitRepository> FetchedAsync(GitRemote? remote = null)
    {
        var clone = await OpenAsync(remote);
        await clone.FetchAsync(default);
        return clone;
    }

    public static Task<string> CommitAsync(GitRepository clone, string? parent, params (string Path, string Text)[] files)
    {
        List<TreeChange> changes = [.. files.Select(file => TreeChange.Put(file.Path, Encoding.UTF8.GetBytes(file.Text)))];
        return clone.CommitAsync(new CommitDraft(parent, changes, "Write", Bot, Noon), default);
    }

    /// <summary>Runs git in the server's own repository, behind the sandbox's back.</summary>
    public async Task<string> ServerAsync(params string[] arguments) =>
        (await GitProgram.DemandAsync(github.GitDirectory, arguments)).Trim();

    /// <summary>A branch of the server whose root is that tree, however broken: entries as mode, name and id, in the given order.</summary>
    public async Task<string> PlantAsync(string branch, params (string Mode, string Name, string Id)[] entries)
    {
        var tree = await ObjectAsync("tree", [.. entries.SelectMany(entry => Entry(entry.Mode, entry.Name, entry.Id))]);
        var commit = await ServerAsync("commit-tree", tree, "-m", "x");
        await ServerAsync("update-ref", $"refs/heads/{branch}", commit);
        return commit;
    }

    /// <summary>An entry of a tree in git's own form.</summary>
    public static byte[] Entry(string mode, string name, string id) =>
        [.. Encoding.UTF8.GetBytes($"{mode} {name}\0"), .. Convert.FromHexString(id)];

    /// <summary>An object of the server's, unchecked.</summary>
    public async Task<string> ObjectAsync(string type, byte[] content)
    {
        var file = Path.Combine(github.Folder("objects"), Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, content);
        return await ServerAsync("hash-object", "-t", type, "--literally", "-w", file);
    }
}
