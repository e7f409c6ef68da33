using Build.CommandLine;
using Build.Testing;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskOrder(12)]
[TaskDescription("changes the program in many small ways and lists those that no test notices; artifacts/mutate/ keeps the reports")]
[TaskExample("mutate --only gate")]
[TaskArgument("only", "one part of the program; without it, all of them", Value = "gate|projection|planner|ledger|import")]
public sealed class Mutate : FrostingTask<BuildContext>
{
    /// <summary>Percent of the mutants of each part that a test has to notice.</summary>
    private const double Least = 85;

    public override void Run(BuildContext context)
    {
        LocalTools.Restore(context);
        var weak = false;
        foreach (var part in MutationPart.All.Where(part => (context.Option("only") ?? part.Name) == part.Name))
        {
            var report = MutationRun.Start(context, part);
            context.Narrator.Chapter(FormattableString.Invariant($"{part.Name}: {report.Score:0.0} % of {report.Mutants} mutants noticed"));
            foreach (var survivor in report.Survivors)
            {
                context.Narrator.Failed(survivor);
            }

            weak |= report.Score < Least;
        }

        if (weak)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }
    }
}
