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
        var weak = new List<string>();
        foreach (var part in MutationPart.All.Where(part => (context.Option("only") ?? part.Name) == part.Name))
        {
            var report = MutationRun.Start(context, part);
            context.Narrator.Chapter(FormattableString.Invariant($"{part.Name}: {report.Score:0.0} % of {report.Mutants} mutants noticed"));
            foreach (var survivor in report.Survivors)
            {
                context.Narrator.Failed(survivor);
            }

            if (report.Score < Least)
            {
                weak.Add(part.Name);
            }
        }

        if (weak.Count > 0)
        {
            context.Narrator.Say($"less than {Least} % noticed: {string.Join(", ", weak)}; each line above wants a test, or less code");
            throw new PipelineException(ExitCode.Errors, []);
        }
    }
}
