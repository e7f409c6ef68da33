using Build.CommandLine;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("shows this page")]
[TaskArgument("about", "the target to explain", Value = "TARGET", Positional = true)]
public sealed class Default : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => Console.Write(context.Option("about") is { } name && Targets.Find(name) is { } target && target != Targets.Default
        ? Help.Page(target)
        : Help.Overview(Targets.All));
}
