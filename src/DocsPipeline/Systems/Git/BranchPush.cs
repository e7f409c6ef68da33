using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Moves one branch of the remote. The lease holds twice: here against what the remote says the branch is, and there, because what it said
/// is sent along and the remote moves nothing that has become something else meanwhile.
/// </summary>
internal sealed class BranchPush(string directory, GitRemote remote)
{
    private static readonly string Nothing = new('0', 40);

    public async Task<PushResult> RunAsync(string branch, string commit, string? expected, CancellationToken cancellation)
    {
        var reference = $"refs/heads/{branch}";
        var result = await GitTransfer.RunAsync(remote, transfer => Run(transfer, reference, commit, expected), cancellation);
        if (result.Accepted)
        {
            using var held = await CloneLock.TakeAsync(directory, remote.Deadline, cancellation);
            using var repository = GitLibrary.Open(directory);
            repository.Refs.Add(BranchFetch.Local(reference), new ObjectId(commit), allowOverwrite: true);
        }

        return result;
    }

    private PushResult Run(GitTransfer transfer, string reference, string commit, string? expected)
    {
        using var repository = GitLibrary.Open(directory);
        PushResult? settled = null;
        var options = new PushOptions
        {
            OnNegotiationCompletedBeforePush = updates => (settled = Settle(updates.Single().SourceObjectId.Sha, commit, expected)) is null,
            OnPushStatusError = refused => settled = new PushResult(false, remote.Clean(refused.Message)),
            OnPackBuilderProgress = (_, _, _) => !transfer.IsOver,
            OnPushTransferProgress = (_, _, _) => !transfer.IsOver,
        };
        try
        {
            var refspec = $"{(expected is null ? "" : "+")}{commit}:{reference}";
            repository.Network.Push(repository.Network.Remotes["origin"], refspec, options);
            return settled ?? new PushResult(true, "");
        }
        catch (UserCancelledException) when (settled is not null)
        {
            return settled;
        }
        catch (NonFastForwardException)
        {
            return new PushResult(false, "the branch holds commits that this one does not");
        }
        catch (LibGit2SharpException fault)
        {
            throw transfer.Explain("push", reference, fault);
        }
    }

    // A branch that is there already is there: whoever pushed before and got no answer finds that it was done.
    private static PushResult? Settle(string found, string commit, string? expected) =>
        found == commit ? new PushResult(true, "")
        : expected is null || found == (expected.Length == 0 ? Nothing : expected) ? null
        : new PushResult(false, found == Nothing ? "the branch is gone"
            : expected.Length == 0 ? "the branch exists already"
            : "the branch has moved");
}
