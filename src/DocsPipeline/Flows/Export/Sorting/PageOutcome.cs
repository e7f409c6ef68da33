using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sync.Merging;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>What one page came to: a line of the report, the files to write, and what a person should know.</summary>
internal sealed record PageOutcome(ExportedPage Report, IReadOnlyList<TreeChange> Changes, IReadOnlyList<Diagnostic> Diagnostics)
{
    public IReadOnlyList<FieldConflict> FieldConflicts { get; init; } = [];
}
