using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>What a watch did about one file (path below the input folder), and to what (path below the output folder; null where
/// there was nothing).</summary>
public sealed record WatchedChange(WatchedOutcome Outcome, string File, string? Output, IReadOnlyList<Diagnostic> Diagnostics);
