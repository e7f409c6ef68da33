using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Publish.Approval;

/// <summary>
/// The verdicts on every commit of the branch since the one that was published last, newest first, and for each path the verdict on the
/// commit that changed it last.
/// </summary>
public sealed class ApprovedHistory
{
    private readonly Dictionary<string, Verdict> byPath = new(StringComparer.Ordinal);

    private ApprovedHistory()
    {
    }

    public IReadOnlyList<Diagnostic> Denials { get; private init; } = [];

    /// <summary>The verdict on the newest commit that changed any of these paths; null where none did since the last publication.</summary>
    public Verdict? Of(IEnumerable<string> paths) =>
        paths.Select(path => byPath.GetValueOrDefault(path)).FirstOrDefault(verdict => verdict is not null);

    /// <summary>
    /// Walks the first-parent history from the head back to <paramref name="published"/> (not included), or to the beginning.
    /// </summary>
    public static async Task<ApprovedHistory> ReadAsync(
        GitRepository repository, ApprovalReader reader, PipelineSettings settings, string head, string? published,
        CancellationToken cancellation)
    {
        if (published is not null && !await repository.IsAncestorAsync(published, head, cancellation))
        {
            return new ApprovedHistory { Denials = [Rewritten(published, head)] };
        }

        var denials = new List<Diagnostic>();
        var history = new ApprovedHistory { Denials = denials };
        for (string? id = head; id is not null && id != published;)
        {
            var commit = await repository.ShowAsync(id, cancellation);
            var facts = await reader.ReadAsync(commit, cancellation);
            var verdict = ApprovalGate.Judge(facts, settings.Branch);
            denials.AddRange(verdict.Denials);
            foreach (var path in facts.Paths)
            {
                history.byPath.TryAdd(path, verdict);
            }

            id = commit.Parents is [var parent, ..] ? parent : null;
            if (id is not null && published is not null && id != published
                && !await repository.IsAncestorAsync(published, id, cancellation))
            {
                denials.Add(Rewritten(published, head));
                break;
            }
        }

        return history;
    }

    private static Diagnostic Rewritten(string published, string head) => Catalogue.Publish.HistoryWasRewritten.At(
        $"commit {head[..8]}", SourceSpan.Start,
        $"the commit {published[..8]} that was published last is not part of this branch's history",
        help: "restore the branch so that it contains that commit");
}
