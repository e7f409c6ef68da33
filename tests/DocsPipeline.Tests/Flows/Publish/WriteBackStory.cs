using System.Net.Http.Json;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;
using DocsPipeline.Tests.Flows.Export;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>An export story that goes on: what was merged is published, and the pages hear of it.</summary>
public abstract class WriteBackStory : ExportStory
{
    private protected const string Path = "content/faq/invoice-errors.md";

    private protected async Task ExportAndMerge(string from, string to)
    {
        await Export();
        await Review(Path, from, to);
        await Merge((await Export()).PullRequest!.Value);
    }

    private protected async Task<PublishReport> Publish(IProgress<string>? progress = null)
    {
        (await sandbox.Client.PatchAsJsonAsync(
            "/_sandbox/trading-grid/settings", new { scanSeconds = 0 })).IsSuccessStatusCode.ShouldBeTrue();
        log = new RequestLog();
        var transport = new Transport { Log = log };
        using var grid = new TradingGridClient(connections.TradingGrid, transport);
        using var publisher = new Publisher(connections, grid, System.IO.Path.Combine(sandbox.StateDirectory, "clone.git"), transport);
        return await publisher.RunAsync(new PublishRequest(), progress ?? new Progress<string>(), default);
    }
}
