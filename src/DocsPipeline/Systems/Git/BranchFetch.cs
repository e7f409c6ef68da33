using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Brings the clone's picture of the remote up to date. What is there is asked first: libgit2 says nothing about a ref that is missing, and
/// cannot take a branch <c>a/b</c> in while it remembers an <c>a</c> that is gone.
/// </summary>
internal sealed class BranchFetch(string directory, GitRemote remote)
{
    private const string Heads = "refs/heads/";

    public async Task RunAsync(IReadOnlyList<string> more, CancellationToken cancellation)
    {
        using var held = await CloneLock.TakeAsync(directory, remote.Deadline, cancellation);
        await GitTransfer.RunAsync(remote, transfer => Run(transfer, more), cancellation);
    }

    /// <summary>The clone's own name for a ref of the remote.</summary>
    public static string Local(string reference) => IsBranch(reference)
        ? $"refs/remotes/origin/{reference[Heads.Length..]}"
        : $"refs/kept/{reference["refs/".Length..]}";

    private static bool IsBranch(string reference) => reference.StartsWith(Heads, StringComparison.Ordinal);

    private bool Run(GitTransfer transfer, IReadOnlyList<string> more)
    {
        using var repository = GitLibrary.Open(directory);
        try
        {
            var there = repository.Network.ListReferences(remote.Url.AbsoluteUri).OfType<DirectReference>()
                .Where(reference => IsBranch(reference.CanonicalName) || more.Contains(reference.CanonicalName))
                .ToDictionary(reference => Local(reference.CanonicalName), reference => reference.TargetIdentifier);
            Forget(repository, there, more);
            if (more.FirstOrDefault(reference => !there.ContainsKey(Local(reference))) is { } missing)
            {
                throw new GitException("fetch", $"the remote has no {missing}");
            }

            if (there.Any(reference => repository.Refs[reference.Key]?.TargetIdentifier != reference.Value))
            {
                Download(repository, transfer, more);
            }

            return true;
        }
        catch (LibGit2SharpException fault)
        {
            throw transfer.Explain("fetch", remote.Url.AbsolutePath, fault);
        }
    }

    private static void Forget(Repository repository, Dictionary<string, string> there, IReadOnlyList<string> more)
    {
        var gone = repository.Refs.FromGlob("refs/remotes/origin/*").Concat(more.Select(reference => repository.Refs[Local(reference)]))
            .Where(reference => reference is not null && !there.ContainsKey(reference.CanonicalName));
        foreach (var reference in gone.ToList())
        {
            repository.Refs.Remove(reference);
        }
    }

    private static void Download(Repository repository, GitTransfer transfer, IReadOnlyList<string> more) => Commands.Fetch(
        repository,
        "origin",
        [$"+{Heads}*:{Local($"{Heads}*")}", .. more.Select(reference => $"+{reference}:{Local(reference)}")],
        new FetchOptions { TagFetchMode = TagFetchMode.None, Prune = false, OnTransferProgress = _ => !transfer.IsOver },
        null);
}
