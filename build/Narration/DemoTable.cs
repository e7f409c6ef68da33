using DocsPipeline.Demo;

namespace Build.Narration;

/// <summary>What the demo came to, one row for each flow.</summary>
internal static class DemoTable
{
    public static void Tell(this Narrator narrator, DemoReport report)
    {
        narrator.Chapter("The eight flows");
        narrator.Table(["", "Flow", "Went out", "To", "Came back", "Stands"], report.Flows.Select(Row));
        narrator.Say($"Second run of every target: {report.SecondRun.Writes} writes.");
    }

    private static IReadOnlyList<string> Row(FlowReport flow) =>
    [
        $"{flow.Id}",
        flow.Name,
        flow.Published.Count == 0 ? "" : $"{flow.Published.DistinctBy(document => document.Id).Count()} documents",
        string.Join(", ", flow.Published.SelectMany(document => document.Audience).Distinct().Order()),
        string.Join(", ", flow.Imported.Select(item => item.Event).Distinct()),
        $"{flow.Status}, {flow.Checks.Count(check => check.Passed)} of {flow.Checks.Count} checks",
    ];
}
