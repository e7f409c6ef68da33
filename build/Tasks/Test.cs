using Build.CommandLine;
using Build.Testing;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskOrder(10)]
[TaskDescription("runs the tests of this program; installs a browser for the portal's where it may")]
[TaskExample("test --filter FullyQualifiedName~Validate")]
[TaskArgument("filter", "only the tests that match, as `dotnet test --filter` reads it", Value = "EXPRESSION")]
public sealed class Test : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        Browser.Install(context);
        LocalTools.Restore(context);
        var outcome = TestRun.Start(context, context.Option("filter"));
        context.Narrator.Say(outcome.Summary);
        if (!outcome.Succeeded)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }
}
