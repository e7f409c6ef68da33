using Build.CommandLine;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Flows.Import;

namespace Build.Tasks;

[TaskDescription("carries what partners sent into GitHub issues and Confluence pages")]
[TaskExample("import")]
[EnvironmentArgument]
public sealed class Import : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        using var importer = new Importer(systems.Connections, systems.Clone);
        var report = await importer.ImportAsync(context.Progress, context.Cancellation);
        context.Narrator.Tell(report);
        BuildContext.Finish(report.ExitCode, report.Diagnostics);
    }
}
