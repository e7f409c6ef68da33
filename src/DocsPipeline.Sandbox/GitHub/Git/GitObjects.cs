using System.Globalization;
using System.Text;

namespace DocsPipeline.Sandbox.GitHub.Git;

/// <summary>Commits, trees and blobs, read and written.</summary>
internal sealed class GitObjects(GitProgram git)
{
    public async Task<string?> TypeAsync(string sha)
    {
        var answer = await git.RunAsync("cat-file", "-t", sha);
        return answer.Succeeded ? answer.Line : null;
    }

    public async Task<byte[]?> ReadAsync(string type, string sha)
    {
        var answer = await git.RunAsync("cat-file", type, sha);
        return answer.Succeeded ? answer.Bytes : null;
    }

    public async Task<GitCommit?> CommitAsync(string revision) => (await CommitsAsync([revision])).SingleOrDefault();

    /// <summary>The commits of these ids in one run; what is not a commit is left out.</summary>
    public async Task<IReadOnlyList<GitCommit>> CommitsAsync(IReadOnlyList<string> shas)
    {
        if (shas.Count == 0)
        {
            return [];
        }

        var input = Encoding.UTF8.GetBytes(string.Concat(shas.Select(sha => sha + "\n")));
        var bytes = (await git.RunAsync(["cat-file", "--batch"], input)).OrThrow().Bytes;
        var commits = new List<GitCommit>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            var head = Encoding.UTF8.GetString(bytes, at, length).Split(' ');
            at += length + 1;
            if (head.Length == 3 && head[1] != "missing")
            {
                var size = int.Parse(head[2], CultureInfo.InvariantCulture);
                if (head[1] == "commit")
                {
                    commits.Add(GitCommit.Parse(head[0], bytes.AsSpan(at, size)));
                }

                at += size + 1;
            }
        }

        return commits;
    }

    /// <summary>The entries of a tree; null if the id is no tree.</summary>
    public async Task<IReadOnlyList<GitTreeEntry>?> TreeAsync(string sha, bool recursive = false)
    {
        string[] arguments = recursive ? ["ls-tree", "-z", "-l", "-r", "-t", sha] : ["ls-tree", "-z", "-l", sha];
        var answer = await git.RunAsync(arguments);
        return answer.Succeeded ? [.. answer.Fields.Select(Entry)] : null;
    }

    public async Task<GitTreeEntry?> EntryAsync(string commit, string path)
    {
        var answer = await git.RunAsync("ls-tree", "-z", "-l", "--full-tree", commit, "--", path);
        return answer.Succeeded ? answer.Fields.Select(Entry).FirstOrDefault(entry => entry.Path == path) : null;
    }

    public async Task<string> WriteBlobAsync(byte[] content) =>
        (await git.RunAsync(["hash-object", "-w", "--stdin"], content)).OrThrow().Line;

    /// <summary>Blobs of files on disk, in their order, in one run and byte for byte.</summary>
    public async Task<IReadOnlyList<string>> WriteFilesAsync(IEnumerable<string> paths) => (await git.RunAsync(
        ["hash-object", "-w", "--no-filters", "--stdin-paths"],
        Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => path + "\n"))))).OrThrow().Lines;

    public async Task<string> WriteTagAsync(string text) =>
        (await git.RunAsync(["mktag"], Encoding.UTF8.GetBytes(text))).OrThrow().Line;

    public async Task<string> WriteCommitAsync(
        string tree, IEnumerable<string> parents, string message, GitIdentity author, GitIdentity committer) =>
        (await git.RunAsync(
            ["commit-tree", tree, .. parents.SelectMany(parent => new[] { "-p", parent })],
            Encoding.UTF8.GetBytes(message),
            [.. author.As("AUTHOR"), .. committer.As("COMMITTER")])).OrThrow().Line;

    /// <summary>A tree made of an older one (or of nothing) and changes; an entry without an id removes its path.</summary>
    public async Task<string?> WriteTreeAsync(string? baseTree, IReadOnlyList<(string Mode, string? Sha, string Path)> changes)
    {
        var index = Path.Combine(git.Directory, $"index-{Guid.NewGuid():N}");
        KeyValuePair<string, string>[] environment = [new("GIT_INDEX_FILE", index)];
        try
        {
            (await git.RunAsync(baseTree is null ? ["read-tree", "--empty"] : ["read-tree", baseTree], default, environment)).OrThrow();
            foreach (var (_, sha, path) in changes.Where(change => change is { Mode: "040000", Sha: not null }))
            {
                (await git.RunAsync(["read-tree", $"--prefix={path}/", sha!], default, environment)).OrThrow();
            }

            var lines = changes
                .Where(change => change is not { Mode: "040000", Sha: not null })
                .Select(change => $"{(change.Sha is null ? "0" : change.Mode)} {change.Sha ?? GitRefs.Nothing}\t{change.Path}\0");
            var input = Encoding.UTF8.GetBytes(string.Concat(lines));
            if (!(await git.RunAsync(["update-index", "--add", "--replace", "-z", "--index-info"], input, environment)).Succeeded)
            {
                return null;
            }

            var written = await git.RunAsync(["write-tree"], default, environment);
            return written.Succeeded ? written.Line : null;
        }
        finally
        {
            File.Delete(index);
        }
    }

    private static GitTreeEntry Entry(string line)
    {
        var tab = line.IndexOf('\t');
        var part = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long? size = part[3] == "-" ? null : long.Parse(part[3], CultureInfo.InvariantCulture);
        return new GitTreeEntry(part[0], part[1], part[2], size, line[(tab + 1)..]);
    }
}
