using Build.CommandLine;
using Build.Environments;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Flows.Import;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;

namespace Build.Tasks;

[TaskOrder(7)]
[TaskDescription("carries what partners sent into GitHub issues and Confluence pages")]
[TaskExample("import")]
[EnvironmentArgument]
public sealed class Import : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        var transport = new Transport();
        using var grid = new TradingGridClient(systems.Connections.TradingGrid, transport);
        using var importer = new Importer(systems.Connections, grid, transport);
        var report = await importer.RunAsync(new ImportRequest(systems.Clone), context.Progress, context.Cancellation);
        context.Narrator.Tell(report);
        BuildContext.Finish(report.ExitCode, report.Diagnostics);
    }
}
