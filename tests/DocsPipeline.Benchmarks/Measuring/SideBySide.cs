namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>Runs contenders in turn, round by round: on a machine whose speed drifts, only what ran beside each other can be set in
/// relation.</summary>
internal static class SideBySide
{
    private const string LoadAverage = "/proc/loadavg";

    public static ComparisonResult Run(Comparison comparison)
    {
        var before = Load();
        var contenders = comparison.Contenders.Where(contender => !contender.IsMissing).ToList();
        var runs = contenders.ToDictionary(contender => contender, _ => new List<ProcessRun>());
        foreach (var contender in contenders.Where(contender => contender.Runs > 1))
        {
            ProcessRun.Of(contender);
        }

        for (var round = 0; round < contenders.Max(contender => contender.Runs); round++)
        {
            foreach (var contender in contenders.Where(contender => round < contender.Runs))
            {
                runs[contender].Add(ProcessRun.Of(contender));
            }
        }

        var ours = contenders.Find(contender => contender.Name == comparison.Ours);
        var rows = comparison.Contenders.Select(contender => new ResultRow(
            contender,
            contender.IsMissing ? [] : runs[contender],
            contender.IsMissing || ours is null ? null : Ratio(contender, runs[contender], ours, runs[ours], run => run.Seconds),
            contender.IsMissing || ours is null ? null : Ratio(contender, runs[contender], ours, runs[ours], run => run.ProcessorSeconds)));
        return new ComparisonResult(comparison, [.. rows], $"{before}, then {Load()}");
    }

    private static double Ratio(
        Contender contender, List<ProcessRun> runs, Contender ours, List<ProcessRun> own, Func<ProcessRun, double> figure) =>
        ResultRow.Median(runs.Zip(own, (run, beside) => figure(run) / contender.Documents / (figure(beside) / ours.Documents)));

    private static string Load() => File.Exists(LoadAverage) ? File.ReadAllText(LoadAverage).Split(' ')[0] : "unknown";
}
