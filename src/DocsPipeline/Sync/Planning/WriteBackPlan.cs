using DocsPipeline.Diagnostics;
using DocsPipeline.Sync.Ledger;

namespace DocsPipeline.Sync.Planning;

/// <summary>
/// How the pages become what git says: pages to write, pages that turned out to agree already, and why others have to wait. A page that
/// waits holds up nothing else.
/// </summary>
public sealed record WriteBackPlan(IReadOnlyList<PageEdit> Edits, IReadOnlyList<SyncedPage> Agreeing, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static WriteBackPlan Empty { get; } = new([], [], []);
}
