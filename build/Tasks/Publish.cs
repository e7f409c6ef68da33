using Build.CommandLine;
using Build.Environments;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;

namespace Build.Tasks;

[TaskOrder(6)]
[TaskDescription(
    "brings the approved state of main to partners: proves the approval, applies the plan, brings Confluence pages up to date, "
    + "writes the ledger")]
[TaskExample("publish")]
[EnvironmentArgument]
[TaskArgument("plan", "applies exactly this saved plan, or nothing at all", Value = "FILE")]
public sealed class Publish : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        var transport = new Transport();
        using var grid = new TradingGridClient(systems.Connections.TradingGrid, transport);
        using var publisher = new Publisher(systems.Connections, grid, systems.Clone, transport);
        var request = new PublishRequest { PlanFile = context.PathOption("plan") };
        var report = await publisher.RunAsync(request, context.Progress, context.Cancellation);
        context.Narrator.Tell(report);
        BuildContext.Finish(report.ExitCode, report.Diagnostics);
    }
}
