using System.Runtime.CompilerServices;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Http;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// A private bare clone of the documents' repository: content is read from commits, changes are written as commits and pushed, and no work
/// tree is ever touched. Faults are <see cref="GitException"/> (DOC0908; DOC0903 where the remote does not answer) and, for trees that are
/// not what they seem, DOC0909.
/// </summary>
public sealed class GitRepository
{
    private const string PackMemory = "pack.windowMemory";

    private readonly string directory;
    private readonly GitRemote remote;
    private readonly RequestLog log;
    private readonly TreeCheck trees = new();

    private GitRepository(string directory, GitRemote remote, RequestLog log) =>
        (this.directory, this.remote, this.log) = (directory, remote, log);

    /// <summary>Opens the clone in a directory, or begins an empty one there; <see cref="FetchAsync"/> fills it.</summary>
    public static async Task<GitRepository> OpenAsync(
        string directory, GitRemote remote, CancellationToken cancellation, RequestLog? log = null)
    {
        if (remote.Url.Scheme is not ("http" or "https"))
        {
            throw new GitException("open", $"{remote.Url.Scheme} is not spoken: the clone address begins with https");
        }

        try
        {
            var path = Directory.CreateDirectory(directory).FullName;
            using var held = await CloneLock.TakeAsync(path, remote.Deadline, cancellation);
            var opened = new GitRepository(path, remote, log ?? new RequestLog());
            opened.Begin();
            return opened;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or LibGit2SharpException)
        {
            throw new GitException("open", $"{directory} cannot be used for the clone: {remote.Clean(fault.Message)}");
        }
    }

    /// <summary>
    /// Brings all branches up to date and forgets those that are gone. <paramref name="more"/>: further refs, for instance
    /// <c>refs/pull/7/head</c>.
    /// </summary>
    public Task FetchAsync(CancellationToken cancellation, params string[] more)
    {
        log.Add("git", write: false);
        return new BranchFetch(directory, remote).RunAsync(more, cancellation);
    }

    /// <summary>
    /// The commit a branch of the remote had at the last fetch or push, a fetched further ref, or a commit id that exists; null otherwise.
    /// </summary>
    public Task<string?> ResolveAsync(string name, CancellationToken cancellation) => AskAsync(
        "rev-parse",
        repository =>
        {
            var reference = BranchFetch.Local(name.StartsWith("refs/", StringComparison.Ordinal) ? name : $"refs/heads/{name}");
            return IsCommitId(name) ? repository.FindCommit(name)?.Sha
                : Reference.IsValidName(reference) && repository.Refs[reference]?.ResolveToDirectReference() is { } found
                    ? found.Target?.Peel<Commit>()?.Sha ?? throw new GitException("rev-parse", $"the clone has lost what {name} points at")
                : null;
        },
        cancellation);

    /// <summary>
    /// The files of a commit below the given folders (or with exactly these paths), in order of their paths. Files beside documents are
    /// read from the clone each time they are opened, whether this repository is still used or not.
    /// </summary>
    public Task<IReadOnlyList<ContentFile>> ReadTreeAsync(
        string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation) => AskAsync(
        "cat-file",
        repository => new FileReader(directory, repository).Read(
            TreeReader.List(Tree(repository, commit, cancellation), prefixes, cancellation), cancellation),
        cancellation);

    /// <summary>One file, or null where the commit has none at this path.</summary>
    public async Task<ContentFile?> FindFileAsync(string commit, string path, CancellationToken cancellation) =>
        (await ReadTreeAsync(commit, [path], cancellation)).FirstOrDefault(file => file.Path == path);

    /// <summary>
    /// The files of a commit or tree without their bytes, in order of their paths; see <see cref="TreeReader"/> for what is refused.
    /// </summary>
    public Task<IReadOnlyList<TreeEntry>> ListTreeAsync(
        string commit, IReadOnlyList<string> prefixes, CancellationToken cancellation) => AskAsync<IReadOnlyList<TreeEntry>>(
        "ls-tree",
        repository =>
            [.. TreeReader.List(Tree(repository, commit, cancellation), prefixes, cancellation).Select(found => found.File)],
        cancellation);

    /// <summary>The bytes of the files, one after the other in the given order; whoever lets go of them needs no memory for all.</summary>
    public async IAsyncEnumerable<ContentFile> ReadEachAsync(
        IReadOnlyList<TreeEntry> files, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = ReadBlobs();
        foreach (var file in files)
        {
            yield return await reader.ReadAsync(file, cancellation);
        }
    }

    /// <summary>Reads single files while a run goes on; dispose it.</summary>
    public BlobReader ReadBlobs() => new(directory);

    /// <summary>Stores files whose commit is made later; dispose it.</summary>
    public BlobWriter WriteBlobs() => new(directory);

    /// <summary>Makes a commit; nothing refers to it until it is pushed. The same draft gives the same id.</summary>
    public Task<string> CommitAsync(CommitDraft draft, CancellationToken cancellation) =>
        AskAsync("commit", repository => new CommitWriter(repository).Write(draft, cancellation), cancellation);

    /// <summary>
    /// Moves a branch of the remote. <paramref name="expected"/> is the commit it must still have (empty: it must not exist yet); without
    /// it only a fast-forward is taken. A lost answer is an <see cref="UnknownOutcomeException"/>: fetch and look.
    /// </summary>
    public Task<PushResult> PushAsync(string branch, string commit, CancellationToken cancellation, string? expected = null)
    {
        log.Add("git", write: true);
        return new BranchPush(directory, remote).RunAsync(branch, commit, expected, cancellation);
    }

    /// <summary>Whether a history holds a commit. One that the remote has no more, since a branch was rewritten, is in none.</summary>
    public Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellation) => AskAsync(
        "merge-base",
        repository => repository.FindCommit(ancestor) is { } commit
            && repository.ObjectDatabase.FindMergeBase(commit, repository.DemandCommit(descendant))?.Sha == commit.Sha,
        cancellation);

    /// <summary>The newest commit that two histories share; null where they share none.</summary>
    public Task<string?> MergeBaseAsync(string left, string right, CancellationToken cancellation) => AskAsync(
        "merge-base",
        repository => repository.ObjectDatabase.FindMergeBase(repository.DemandCommit(left), repository.DemandCommit(right))?.Sha,
        cancellation);

    /// <summary>The tree that merging two commits gives, computed without making it.</summary>
    public Task<TreeMerge> MergeTreeAsync(string ours, string theirs, CancellationToken cancellation) =>
        AskAsync("merge-tree", repository => TreeMerger.Merge(repository, trees, ours, theirs, cancellation), cancellation);

    /// <summary>The paths that differ between two commits or trees, in order.</summary>
    public Task<IReadOnlyList<PathChange>> DiffAsync(string from, string to, CancellationToken cancellation) => AskAsync(
        "diff-tree",
        repository => TreeDifference.Between(repository, Tree(repository, from, cancellation), Tree(repository, to, cancellation)),
        cancellation);

    /// <summary>Commits reachable from <paramref name="to"/> and not from <paramref name="from"/>, newest first.</summary>
    public Task<IReadOnlyList<GitCommit>> RangeAsync(string from, string to, CancellationToken cancellation) =>
        AskAsync("log", repository => CommitReader.Range(repository, from, to), cancellation);

    /// <summary>One commit; a <see cref="GitException"/> where there is none.</summary>
    public Task<GitCommit> ShowAsync(string commit, CancellationToken cancellation) =>
        AskAsync("show", repository => CommitReader.Read(repository.DemandCommit(commit)), cancellation);

    private static bool IsCommitId(string name) => name.Length == 40 && name.All(char.IsAsciiHexDigitLower);

    private Tree Tree(Repository repository, string id, CancellationToken cancellation) =>
        trees.Demand(repository.DemandTree(id), cancellation);

    // A run that was killed may have left half a beginning.
    private void Begin()
    {
        if (!GitLibrary.IsValid(directory))
        {
            Repository.Init(directory, isBare: true);
        }

        using var repository = GitLibrary.Open(directory);
        if (repository.Config.Get<string>("remote.origin.url")?.Value != remote.Url.AbsoluteUri)
        {
            repository.Config.Set("remote.origin.url", remote.Url.AbsoluteUri);
        }

        // No search for similar files when a pack is made: documents have next to nothing in common, pictures nothing, and the search costs
        // a third of the time and holds ten files at once. With room for less than two files libgit2 compares none.
        if (repository.Config.Get<long>(PackMemory)?.Value != 1)
        {
            repository.Config.Set(PackMemory, 1L);
        }
    }

    private Task<T> AskAsync<T>(string command, Func<Repository, T> ask, CancellationToken cancellation) => Task.Run(
        () =>
        {
            try
            {
                using var repository = GitLibrary.Open(directory);
                return ask(repository);
            }
            catch (LibGit2SharpException fault)
            {
                throw new GitException(command, remote.Clean(fault.Message));
            }
        },
        cancellation);
}
