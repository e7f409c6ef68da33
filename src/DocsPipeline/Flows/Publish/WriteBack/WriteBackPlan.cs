using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence.Pages;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>
/// How the pages become what git says: pages to write, pages that turned out to agree already, and why others have to wait. A page that waits holds up nothing else.
/// </summary>
public sealed record WriteBackPlan(IReadOnlyList<PageEdit> Edits, IReadOnlyList<SyncedPage> Agreeing, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static WriteBackPlan Empty { get; } = new([], [], []);
}
