using Build.CommandLine;
using Cake.Frosting;

namespace Build.Tasks;

[TaskDescription("shows this page")]
[TaskArgument("about", "the target to explain", Value = "TARGET", Positional = true)]
public sealed class Default : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var targets = TargetList.Of(GetType().Assembly);
        var target = targets.Find(context.Option("about") ?? "") ?? targets.Default;
        Console.Write(target == targets.Default ? Help.Overview(targets) : Help.Page(target));
    }
}
