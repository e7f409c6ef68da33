using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Flows.Convert.Watching;

namespace Build.Narration;

/// <summary>What <c>convert --watch</c> does: a line for each file, and below it one for each diagnostic.</summary>
internal sealed class WatchNarration(Narrator narrator, Func<string, string?> textOf) : IProgress<WatchedChange>
{
    public void Report(WatchedChange value)
    {
        narrator.Say(value switch
        {
            { Outcome: WatchedOutcome.Converted } => $"converted  {value.File} to {value.Output}",
            { Outcome: WatchedOutcome.Failed } => $"failed     {value.File}; {value.Output} is not written",
            { Outcome: WatchedOutcome.Kept } => $"kept       {value.Output}: {value.File} is gone, but somebody edited what came of it",
            { Output: null } => $"removed    {value.File}; nothing had come of it",
            _ => $"removed    {value.Output}: {value.File} is gone",
        });
        using var lines = new StringWriter();
        new MsBuildRenderer().Render(new DiagnosticReport(value.Diagnostics, 0, textOf), lines);
        foreach (var line in lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            narrator.Say($"           {line}");
        }
    }
}
