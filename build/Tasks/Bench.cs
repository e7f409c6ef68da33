using Build.CommandLine;
using Build.Measuring;
using Cake.Frosting;

namespace Build.Tasks;

[TaskOrder(11)]
[TaskDescription("measures ours and what people use instead, side by side in one run; artifacts/bench/ keeps the figures")]
[TaskExample("bench convert --pages pages")]
[TaskArgument("name", "what to measure, one of: convert, validate; without it, everything", Value = "NAME", Positional = true)]
[TaskArgument("pages", "a folder of real storage-format files to measure too", Value = "DIR")]
public sealed class Bench : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        var name = context.Option("name");
        BenchmarkProgram.Run(context, name is null ? null : Known(name), context.PathOption("pages"));
    }

    private static string Known(string name)
    {
        var near = Suggestion.For(name, BenchmarkProgram.Names);
        return BenchmarkProgram.Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw Refusal.Of(
            $"there is no benchmark `{name}`",
            near is null ? $"it is one of {string.Join(", ", BenchmarkProgram.Names)}" : $"did you mean `./build.sh bench {near}`?");
    }
}
