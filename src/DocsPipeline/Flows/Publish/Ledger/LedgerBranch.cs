using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Publish.Ledger;

/// <summary>Reads and extends the ledger's branch: one commit a run, on top of exactly the commit that was read.</summary>
public sealed class LedgerBranch(GitRepository repository, string branch, TimeProvider clock)
{
    private static readonly GitPerson Author = new("DocsPipeline", "docs-bot@halden.example");

    public async Task<LedgerState> ReadAsync(CancellationToken cancellation) =>
        await repository.ResolveAsync(branch, cancellation) is { } head
            ? LedgerState.Read(head, await repository.ReadTreeAsync(head, [LedgerState.RunPath, LedgerState.ReceiptsFolder], cancellation))
            : LedgerState.Empty;

    /// <summary>Commits the files on top of <paramref name="state"/>; DOC0617 where another run was faster.</summary>
    public async Task<string> AppendAsync(LedgerState state, string message, IEnumerable<ContentFile> files, CancellationToken cancellation)
    {
        var changes = files.Select(file => TreeChange.Put(file.Path, file.Bytes)).ToList();
        var commit = await repository.CommitAsync(new CommitDraft(state.Head, changes, message, Author, clock.GetUtcNow()), cancellation);
        try
        {
            var pushed = await repository.PushAsync(branch, commit, cancellation, expected: state.Head ?? "");
            return pushed.Accepted ? commit : throw Overtaken(pushed.Reason);
        }
        catch (UnknownOutcomeException)
        {
            await repository.FetchAsync(cancellation);
            return await repository.ResolveAsync(branch, cancellation) == commit ? commit : throw Overtaken("the push was not confirmed");
        }
    }

    private PipelineException Overtaken(string reason) => new(ExitCode.PartlyApplied, Catalogue.Publish.PublishedElsewhere.At(
        $"branch {branch}", SourceSpan.Start, $"the ledger moved while this run was at work: {reason}", help: "run the target again"));
}
