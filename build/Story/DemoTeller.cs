using Build.Narration;
using Build.Story.Flows;
using DocsPipeline.Sync.Planning;

namespace Build.Story;

/// <summary>Tells the story, checks every flow in the systems themselves, runs every target once more, and sums up.</summary>
internal sealed class DemoTeller(DemoWorld world, PipelineRuns pipeline, SandboxControl control, Narrator narrator)
{
    public async Task<DemoReport> RunAsync(CancellationToken cancellation)
    {
        await new DemoStory(world, pipeline, narrator).TellAsync(cancellation);

        narrator.Chapter("7  What can be seen in the three systems now");
        var imported = new ImportedThings(pipeline.Imported, world.Mara, world.Wera);
        var flows = new List<FlowReport>();
        foreach (var flow in DemoFlow.All)
        {
            flows.Add(await CheckAsync(flow, imported, cancellation));
        }

        narrator.Chapter("8  Every target once more: nothing is left to do");
        return new DemoReport(flows, await RepeatAsync(cancellation));
    }

    public void Show(DemoReport report)
    {
        narrator.Chapter("The eight flows");
        narrator.Table(["", "Flow", "Went out", "To", "Came back", "Stands"], report.Flows.Select(flow => (IReadOnlyList<string>)
        [
            $"{flow.Id}", flow.Name,
            flow.Published.Count == 0 ? "" : $"{flow.Published.DistinctBy(document => document.Id).Count()} documents",
            string.Join(", ", flow.Published.SelectMany(document => document.Audience).Distinct().Order()),
            flow.Imported.Count == 0 ? "" : string.Join(", ", flow.Imported.Select(item => item.Event).Distinct()),
            $"{flow.Status}, {flow.Checks.Count(check => check.Passed)} of {flow.Checks.Count} checks",
        ]));
        narrator.Say($"Second run of every target: {report.SecondRun.Writes} writes.");
    }

    private async Task<FlowReport> CheckAsync(DemoFlow flow, ImportedThings imported, CancellationToken cancellation)
    {
        narrator.Say($"  {flow.Id} {flow.Name}");
        var checks = new List<FlowCheck>();
        await foreach (var check in flow.CheckAsync(world, imported, cancellation))
        {
            (check.Passed ? narrator.Passed : (Action<string>)narrator.Failed)(check.Name);
            checks.Add(check);
        }

        var published = pipeline.Published.Where(document => document.Path.StartsWith($"content/{flow.Section}/", StringComparison.Ordinal)).ToList();
        var ids = published.Select(document => document.ExternalId).ToHashSet(StringComparer.Ordinal);
        var things = imported.Items.Where(item => flow.Imports.Contains(item.Type) || (item.Type == "acknowledgement" && item.Document is { } about && ids.Contains(about)));
        return new FlowReport(
            flow.Id, flow.Name, checks.TrueForAll(check => check.Passed) && published.Count > 0 ? FlowReport.PassedStatus : "failed",
            [.. published.Select(document => new FlowPublished(document.ExternalId, document.Community, document.Readers, document.Url?.AbsoluteUri ?? ""))],
            [.. things.SelectMany(item => item.Events.Select(told => new FlowImported(told, item.Issue?.AbsoluteUri, item.Page?.AbsoluteUri)))],
            checks);
    }

    private async Task<SecondRun> RepeatAsync(CancellationToken cancellation)
    {
        await control.ForgetAsync(cancellation);
        await pipeline.ExportAsync(cancellation);
        await pipeline.ValidateAsync("main", cancellation);
        var plan = await pipeline.PlanAsync(cancellation);
        narrator.Report(PlanRenderer.Summary(plan));
        await pipeline.PublishAsync(cancellation);
        await pipeline.ImportAsync(cancellation);
        var writes = await control.WritesAsync(cancellation);
        foreach (var write in writes)
        {
            narrator.Failed(write);
        }

        return new SecondRun(writes.Count);
    }
}
