using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Sync.Branches;

/// <summary>
/// The branch that remembers what the pipeline did: one commit a run, only ever on top of exactly the commit that was read. Publish keeps
/// its receipts there and Import its claims; neither looks at the other's files.
/// </summary>
public sealed class LedgerBranch(GitRepository repository, string branch, GitPerson author, TimeProvider clock)
{
    /// <summary>The newest commit at the last fetch; null before the first run.</summary>
    public Task<string?> HeadAsync(CancellationToken cancellation) => repository.ResolveAsync(branch, cancellation);

    /// <summary>The files of a ledger commit below the prefixes; none before the first run.</summary>
    public async Task<IReadOnlyList<ContentFile>> ReadAsync(string? head, IReadOnlyList<string> prefixes, CancellationToken cancellation) =>
        head is null ? [] : await repository.ReadTreeAsync(head, prefixes, cancellation);

    /// <summary>
    /// Commits the files on top of <paramref name="head"/> and gives the new commit; DOC0617 where another run was faster.
    /// </summary>
    public async Task<string> AppendAsync(string? head, string message, IEnumerable<ContentFile> files, CancellationToken cancellation)
    {
        var changes = files.Select(file => TreeChange.Put(file.Path, file.Bytes)).ToList();
        var commit = await repository.CommitAsync(new CommitDraft(head, changes, message, author, clock.GetUtcNow()), cancellation);
        try
        {
            var pushed = await repository.PushAsync(branch, commit, cancellation, expected: head ?? "");
            return pushed.Accepted ? commit : throw Overtaken(pushed.Reason);
        }
        catch (UnknownOutcomeException)
        {
            await repository.FetchAsync(cancellation);
            return await HeadAsync(cancellation) == commit ? commit : throw Overtaken("the push was not confirmed");
        }
    }

    private PipelineException Overtaken(string reason) => new(ExitCode.PartlyApplied, Catalogue.Ledger.PublishedElsewhere.At(
        $"branch {branch}", SourceSpan.Start, $"the ledger moved while this run was at work: {reason}", help: "run the target again"));
}
