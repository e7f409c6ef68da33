using Build.CommandLine;
using Build.Environments;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Flows.Export;

namespace Build.Tasks;

[TaskOrder(3)]
[TaskDescription("brings what writers changed in Confluence into one pull request")]
[TaskExample("export")]
[EnvironmentArgument]
[TaskArgument("report", "a folder for export-report.json: what became of each page and element", Value = "DIR")]
public sealed class Export : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        using var exporter = new Exporter(systems.Connections, systems.Clone);
        var counter = PageCounter.ForScreen();
        var request = new ExportRequest { ReportDirectory = context.PathOption("report") ?? "artifacts/export", Pages = counter };
        var report = await exporter.RunAsync(request, new StepsAboveCounter(context.Progress, counter), context.Cancellation);
        counter.Clear();
        context.Narrator.Tell(report);
        BuildContext.Finish(report.ExitCode, report.Diagnostics);
    }
}
