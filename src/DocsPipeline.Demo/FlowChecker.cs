using DocsPipeline.Demo.Checks;
using DocsPipeline.Demo.Events;
using DocsPipeline.Demo.Scenarios;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Publish.Reporting;

namespace DocsPipeline.Demo;

/// <summary>Holds the systems against what each of the eight flows must have brought about, and reports flow by flow.</summary>
internal sealed class FlowChecker(DemoFixture fixture, PipelineRuns pipeline, IProgress<DemoEvent> events)
{
    private readonly ImportedItems imported = new(pipeline.Imported, fixture.Mara, fixture.Wera);

    public async Task<IReadOnlyList<FlowReport>> CheckAsync(CancellationToken cancellation)
    {
        var flows = new List<FlowReport>();
        foreach (var flow in FlowChecks.All)
        {
            events.Report(new DemoEvent.ChecksBegin(flow.Id, flow.Name));
            var results = new List<CheckResult>();
            await foreach (var result in flow.CheckAsync(fixture, imported, cancellation))
            {
                events.Report(new DemoEvent.StatementIsChecked(result.Name, result.Passed));
                results.Add(result);
            }

            flows.Add(Report(flow, results));
        }

        return flows;
    }

    private FlowReport Report(FlowChecks flow, List<CheckResult> results)
    {
        var section = $"content/{flow.Section}/";
        var published = pipeline.Published.Where(document => document.Path.StartsWith(section, StringComparison.Ordinal)).ToList();
        var ids = published.Select(document => document.ExternalId).ToHashSet(StringComparer.Ordinal);
        var items = imported.Items.Where(item =>
            flow.Imports.Contains(item.Type) || (item.Type == "acknowledgement" && item.Document is { } about && ids.Contains(about)));
        return new FlowReport(
            flow.Id,
            flow.Name,
            results.TrueForAll(result => result.Passed) && published.Count > 0 ? FlowReport.PassedStatus : "failed",
            [.. published.Select(Published)],
            [.. items.SelectMany(item => item.Events.Select(happened => Imported(happened, item)))],
            results);
    }

    private static FlowImported Imported(string happened, ImportedItem item) =>
        new(happened, item.Issue?.AbsoluteUri, item.Page?.AbsoluteUri);

    private static FlowPublished Published(PublishedDocument document) =>
        new(document.ExternalId, document.Community, document.Readers, document.Url?.AbsoluteUri ?? "");
}
