using DocsPipeline.Demo.Clients;
using DocsPipeline.Demo.Events;
using DocsPipeline.Demo.Scenarios;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;

namespace DocsPipeline.Demo;

/// <summary>
/// Plays the scenario in a fresh sandbox, checks every flow in the systems themselves, runs every target once more and sums up. Throws what
/// a flow of the pipeline throws, and where one of the people is refused.
/// </summary>
internal sealed class DemoRunner(Uri sandbox, Connections connections)
{
    public async Task<DemoReport> RunAsync(DemoRequest request, IProgress<DemoEvent> events, CancellationToken cancellation)
    {
        using var fixture = await DemoFixture.OpenAsync(sandbox, cancellation);
        var steps = new StepEvents(events);
        var pipeline = new PipelineRuns(connections, request.Folder, steps);
        await new DemoScenario(fixture, pipeline, events).PlayAsync(cancellation);

        events.Report(new DemoEvent.ChapterBegins("7  What can be seen in the three systems now"));
        var flows = await new FlowChecker(fixture, pipeline, events).CheckAsync(cancellation);

        events.Report(new DemoEvent.ChapterBegins("8  Every target once more: nothing is left to do"));
        var report = new DemoReport(flows, await RepeatAsync(pipeline, events, cancellation));
        if (request.Screenshots)
        {
            var number = pipeline.Imported.First(item => item.Type == "case").Title;
            await new Screenshots(fixture, Path.Combine(request.Folder, "portal"), steps).TakeAsync(number, cancellation);
        }

        return report;
    }

    private async Task<SecondRun> RepeatAsync(PipelineRuns pipeline, IProgress<DemoEvent> events, CancellationToken cancellation)
    {
        using var control = new SandboxControlClient(sandbox);
        await control.ForgetAsync(cancellation);
        await pipeline.ExportAsync(cancellation);
        await pipeline.ValidateAsync("main", cancellation);
        var plan = await pipeline.PlanAsync(cancellation);
        events.Report(new DemoEvent.StepIsDone(PlanRenderer.Summary(plan)));
        await pipeline.PublishAsync(cancellation);
        await pipeline.ImportAsync(cancellation);
        var writes = await control.WritesAsync(cancellation);
        foreach (var write in writes)
        {
            events.Report(new DemoEvent.StatementIsChecked(write, Holds: false));
        }

        return new SecondRun(writes.Count);
    }
}
