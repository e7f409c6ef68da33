using Build.CommandLine;
using Build.Testing;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskOrder(10)]
[TaskDescription("runs the tests of this program; installs a browser for the portal's where it may")]
[TaskExample("test --filter FullyQualifiedName~Validate")]
[TaskArgument("filter", "only the tests that match, as `dotnet test --filter` reads it", Value = "EXPRESSION")]
[TaskArgument("nightly", "also those that take minutes each, which every night is enough for")]
public sealed class Test : FrostingTask<BuildContext>
{
    /// <summary>What is left out by day: tests with <c>[Trait("Set", "nightly")]</c>.</summary>
    private const string ByDay = "Set!=nightly";

    public override void Run(BuildContext context)
    {
        Browser.Install(context);
        LocalTools.Restore(context);
        var filter = context.Option("filter") ?? (context.Has("nightly") ? null : ByDay);
        var outcome = TestRun.Start(context, filter);
        if (filter == ByDay)
        {
            context.Narrator.Say("left out are those that run every night: ./build.sh test --nightly");
        }

        context.Narrator.Say(outcome.Summary);
        if (!outcome.Succeeded)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }
}
