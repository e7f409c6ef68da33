using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish;

/// <summary>
/// What must hold before the first write: nothing is refused, a saved plan still fits, and the time is one at which Publish may write.
/// </summary>
internal static class PublishConditions
{
    public static void Check(PublishRequest request, PlannedRun run, DateTimeOffset now)
    {
        if (run.Plan.Refusals.Count > 0)
        {
            throw new PipelineException(ExitCode.Refused, run.Plan.Refusals);
        }

        CheckPlan(request.PlanFile, run.Plan);
        var windows = run.Settings.Windows;
        if (windows.Count > 0 && !windows.Any(window => window.IsOpen(now)))
        {
            throw new PipelineException(ExitCode.Refused, Catalogue.Publish.WindowIsClosed.At(
                PipelineSettings.Path, SourceSpan.Start, "Publish may not write now",
                help: $"run it on {string.Join("; or on ", windows)}"));
        }
    }

    /// <summary>Throws where a saved plan, if there is one, is not exactly this plan.</summary>
    public static void CheckPlan(string? file, Plan plan)
    {
        if (file is not null && PlanFile.Read(file) != PlanFile.Of(plan))
        {
            throw new PipelineException(ExitCode.StalePlan, Catalogue.Publish.PlanIsStale.At(
                file, SourceSpan.Start, "the commit, the ledger, the inventory or the rules moved since this plan was made",
                help: "make a new plan: ./build.sh plan"));
        }
    }
}
