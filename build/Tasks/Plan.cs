using Build.CommandLine;
using Build.Environments;
using Cake.Frosting;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Http;

namespace Build.Tasks;

[TaskOrder(5)]
[TaskDescription(
    "shows what Publish would do, to whom and why, and which Confluence pages it would bring up to date; writes nothing there")]
[TaskExample("plan --out artifacts/plan.json")]
[EnvironmentArgument]
[TaskArgument("out", "saves the plan, so that Publish can be told to apply exactly this one", Value = "FILE")]
[TaskArgument("detailed-exitcode", "exits 2 when changes are pending")]
public sealed class Plan : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        var transport = new Transport();
        using var grid = new TradingGridClient(systems.Connections.TradingGrid, transport);
        using var publisher = new Publisher(systems.Connections, grid, systems.Clone, transport);
        var plan = await publisher.PlanAsync(new PublishRequest(), context.Progress, context.Cancellation);
        context.Narrator.Say(PlanRenderer.Text(plan).TrimEnd());
        if (context.PathOption("out") is { } file)
        {
            PlanFile.Write(file, plan);
        }

        var pending = !plan.IsEmpty && context.Has("detailed-exitcode");
        var exitCode = plan.Refusals.Count > 0 ? ExitCode.Refused : pending ? ExitCode.ChangesPending : ExitCode.Done;
        BuildContext.Finish(exitCode, [.. plan.Refusals, .. plan.Notices]);
    }
}
