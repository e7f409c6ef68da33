using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// A private bare clone of the documents' repository: content is read from commits, changes are written as commits and pushed, and no work tree is ever
/// touched. Faults are <see cref="GitException"/> (DOC0908; DOC0903 where the remote does not answer).
/// </summary>
public sealed class GitRepository
{
    private readonly GitProgram git;
    private readonly RequestLog log;

    private GitRepository(GitProgram git, RequestLog log) => (this.git, this.log) = (git, log);

    /// <summary>Opens the clone in a directory, or begins an empty one there; <see cref="FetchAsync"/> fills it.</summary>
    public static async Task<GitRepository> OpenAsync(string directory, GitRemote remote, CancellationToken cancellation, RequestLog? log = null)
    {
        var path = Path.GetFullPath(directory);
        Directory.CreateDirectory(path);
        var git = new GitProgram(path, remote);
        if (!File.Exists(Path.Combine(path, "HEAD")))
        {
            await git.RunAsync(["init", "--bare", "--quiet", "."], cancellation);
        }

        await git.RunAsync(["config", "remote.origin.url", remote.Url.IsFile ? remote.Url.LocalPath : remote.Url.AbsoluteUri], cancellation);
        return new GitRepository(git, log ?? new RequestLog());
    }

    /// <summary>Brings all branches up to date and forgets those that are gone. <paramref name="more"/>: further refs, for instance <c>refs/pull/7/head</c>.</summary>
    public async Task FetchAsync(CancellationToken cancellation, params string[] more)
    {
        log.Add("git", write: false);
        await git.RunAsync(
            ["fetch", "--quiet", "--prune", "--no-tags", "--no-write-fetch-head", "origin", "+refs/heads/*:refs/remotes/origin/*", .. more.Select(name => $"+{name}:{Kept(name)}")],
            cancellation);
    }

    /// <summary>The commit a branch of the remote had at the last fetch or push, a fetched further ref, or a commit id that exists; null otherwise.</summary>
    public async Task<string?> ResolveAsync(string name, CancellationToken cancellation)
    {
        foreach (var candidate in IsCommitId(name) ? new[] { name } : name.StartsWith("refs/", StringComparison.Ordinal) ? [Kept(name)] : [$"refs/remotes/origin/{name}"])
        {
            var output = await git.TryAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{candidate}^{{commit}}"], cancellation);
            if (output.ExitCode == 0)
            {
                return output.Text;
            }
        }

        return null;
    }

    /// <summary>The files of a commit below the given folders (or with exactly these paths), in order of their paths; see <see cref="TreeReader"/> for what is refused.</summary>
    public Task<IReadOnlyList<ContentFile>> ReadTreeAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation) =>
        new TreeReader(git).ReadAsync(commit, prefixes, cancellation);

    /// <summary>One file's bytes, or null where the commit has none at this path.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadFileAsync(string commit, string path, CancellationToken cancellation) =>
        (await ReadTreeAsync(commit, [path], cancellation)).FirstOrDefault(file => file.Path == path)?.Bytes;

    /// <summary>The files of a commit or tree without their bytes, in order of their paths; the same is refused as by <see cref="ReadTreeAsync"/>.</summary>
    public Task<IReadOnlyList<TreeEntry>> ListTreeAsync(string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation) =>
        new TreeReader(git).ListAsync(commit, prefixes, cancellation);

    /// <summary>The bytes of the files, one after the other in the given order.</summary>
    public IAsyncEnumerable<ContentFile> ReadEachAsync(IReadOnlyList<TreeEntry> files, CancellationToken cancellation) => new TreeReader(git).StreamAsync(files, cancellation);

    /// <summary>Reads single files while a run goes on; dispose it.</summary>
    public BlobReader ReadBlobs() => new(git);

    /// <summary>Stores files whose commit is made later; dispose it.</summary>
    public BlobWriter WriteBlobs() => new(git);

    /// <summary>Makes a commit; nothing refers to it until it is pushed. The same draft gives the same id.</summary>
    public Task<string> CommitAsync(CommitDraft draft, CancellationToken cancellation) => new CommitWriter(git).WriteAsync(draft, cancellation);

    /// <summary>
    /// Moves a branch of the remote. <paramref name="expected"/> is the commit it must still have (empty: it must not exist yet); without it only a
    /// fast-forward is taken. A lost answer is an <see cref="UnknownOutcomeException"/>: fetch and look.
    /// </summary>
    public async Task<PushResult> PushAsync(string branch, string commit, CancellationToken cancellation, string? expected = null)
    {
        log.Add("git", write: true);
        var reference = $"refs/heads/{branch}";
        string[] lease = expected is null ? [] : [$"--force-with-lease={reference}:{expected}"];
        var output = await git.TryAsync(["push", "--porcelain", .. lease, "origin", $"{commit}:{reference}"], cancellation);
        var line = output.Text.Split('\n').FirstOrDefault(line => line.Contains($":{reference}\t", StringComparison.Ordinal));
        if (output.ExitCode == 0)
        {
            await git.RunAsync(["update-ref", $"refs/remotes/origin/{branch}", commit], cancellation);
            return new PushResult(true, "");
        }

        return line is ['!', ..] ? new PushResult(false, line.Split('\t')[^1])
            : output.Complaint.Contains("hung up", StringComparison.Ordinal) || output.Complaint.Contains("RPC failed", StringComparison.Ordinal)
                ? throw new UnknownOutcomeException("git", "push", branch, output.Complaint)
                : throw new GitException("push", output.Complaint);
    }

    public async Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellation)
    {
        var output = await git.TryAsync(["merge-base", "--is-ancestor", ancestor, descendant], cancellation);
        return output.ExitCode switch { 0 => true, 1 => false, _ => throw new GitException("merge-base", output.Complaint) };
    }

    /// <summary>The newest commit that two histories share; null where they share none.</summary>
    public async Task<string?> MergeBaseAsync(string left, string right, CancellationToken cancellation)
    {
        var output = await git.TryAsync(["merge-base", left, right], cancellation);
        return output.ExitCode switch { 0 => output.Text, 1 => null, _ => throw new GitException("merge-base", output.Complaint) };
    }

    /// <summary>The tree that merging two commits gives, computed without making it.</summary>
    public async Task<TreeMerge> MergeTreeAsync(string ours, string theirs, CancellationToken cancellation)
    {
        var output = await git.TryAsync(["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs], cancellation);
        return output.ExitCode is 0 or 1 && output.Fields is [var tree, ..] fields
            ? new TreeMerge(tree, [.. fields.Skip(1).Distinct()])
            : throw new GitException("merge-tree", output.Complaint);
    }

    /// <summary>The paths that differ between two commits or trees, in order.</summary>
    public async Task<IReadOnlyList<PathChange>> DiffAsync(string from, string to, CancellationToken cancellation)
    {
        var fields = (await git.RunAsync(["diff-tree", "-r", "-z", "--no-renames", "--name-status", from, to], cancellation)).Fields;
        return [.. fields.Chunk(2).Select(pair => new PathChange(pair[0][0], pair[1]))];
    }

    /// <summary>Commits that changed a path, newest first; all commits where the path is empty.</summary>
    public async Task<IReadOnlyList<GitCommit>> LogAsync(string commit, string path, int most, CancellationToken cancellation)
    {
        var output = await git.RunAsync(
            ["log", "-z", $"--max-count={most}", $"--format={CommitFormat.Placeholders}", "--end-of-options", commit, "--", .. path.Length == 0 ? Array.Empty<string>() : [path]], cancellation);
        return [.. output.Fields.Select(CommitFormat.Read)];
    }

    /// <summary>Commits reachable from <paramref name="to"/> and not from <paramref name="from"/>, newest first.</summary>
    public async Task<IReadOnlyList<GitCommit>> RangeAsync(string from, string to, CancellationToken cancellation)
    {
        var output = await git.RunAsync(["log", "-z", $"--format={CommitFormat.Placeholders}", "--end-of-options", to, $"^{from}", "--"], cancellation);
        return [.. output.Fields.Select(CommitFormat.Read)];
    }

    /// <summary>One commit; a <see cref="GitException"/> where there is none.</summary>
    public async Task<GitCommit> ShowAsync(string commit, CancellationToken cancellation) => (await LogAsync(commit, "", 1, cancellation))[0];

    private static string Kept(string reference) => $"refs/kept/{reference["refs/".Length..]}";

    private static bool IsCommitId(string name) => name.Length is 40 or 64 && name.All(char.IsAsciiHexDigitLower);
}
