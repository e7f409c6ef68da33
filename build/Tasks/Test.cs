using Build.CommandLine;
using Build.Testing;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskOrder(10)]
[TaskDescription("runs the tests of this program; installs a browser for the portal's where it may")]
[TaskExample("test --filter FullyQualifiedName~Validate")]
[TaskArgument("filter", "only the tests that match, as `dotnet test --filter` reads it", Value = "EXPRESSION")]
[TaskArgument("nightly", "lets each test of random inputs search for 20 seconds")]
public sealed class Test : FrostingTask<BuildContext>
{
    /// <summary>How long each test of random inputs searches by night; by day it tries a hundred.</summary>
    private static readonly TimeSpan ByNight = TimeSpan.FromSeconds(20);

    public override void Run(BuildContext context)
    {
        Browser.Install(context);
        LocalTools.Restore(context);
        var outcome = TestRun.Start(context, context.Option("filter"), context.Has("nightly") ? ByNight : null);
        context.Narrator.Say(outcome.Summary);
        if (!outcome.Succeeded)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }
}
