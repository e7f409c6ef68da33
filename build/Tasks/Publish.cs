using Build.CommandLine;
using Build.Narration;
using Cake.Frosting;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Flows.Validate;

namespace Build.Tasks;

[TaskDescription("brings the approved state of main to partners: proves the approval, applies the plan, brings Confluence pages up to date, writes the ledger")]
[TaskExample("publish")]
[EnvironmentArgument]
[TaskArgument("plan", "applies exactly this saved plan, or nothing at all", Value = "FILE")]
public sealed class Publish : AsyncFrostingTask<BuildContext>
{
    /// <summary>Flows do not know each other: here Publish is given Validate's eyes for the files of the commit. Warnings were for the pull request.</summary>
    internal static PublishRequest Request { get; } = new(files =>
        [.. Validator.Check(files, TimeProvider.System).Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)]);

    public override async Task RunAsync(BuildContext context)
    {
        await using var systems = await ChosenSystems.OpenAsync(context);
        using var publisher = new Publisher(systems.Connections, systems.Clone);
        var request = Request with { PlanFile = context.PathOption("plan") };
        var report = await publisher.PublishAsync(request, context.Progress, context.Cancellation);
        context.Narrator.Tell(report);
        BuildContext.Finish(report.ExitCode, report.Diagnostics);
    }
}
