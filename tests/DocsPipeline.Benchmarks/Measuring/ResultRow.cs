namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>
/// All counted runs of one contender; <see cref="Ratio"/> is its time a document in relation to ours, <see cref="ProcessorRatio"/> the same
/// of processor time, which other work on the machine disturbs less; both are medians over the rounds.
/// </summary>
internal sealed record ResultRow(Contender Contender, IReadOnlyList<ProcessRun> Runs, double? Ratio, double? ProcessorRatio)
{
    public string? Fault =>
        Runs.FirstOrDefault(run => !Contender.ExitCodes.Contains(run.ExitCode)) is { } failed ? $"exit code {failed.ExitCode}" : null;

    public double Seconds => Median(Runs.Select(run => run.Seconds));

    public double ProcessorSeconds => Median(Runs.Select(run => run.ProcessorSeconds));

    /// <summary>Of the run that the machine disturbed least.</summary>
    public double Fastest => Runs.Min(run => run.Seconds);

    public double FastestProcessor => Runs.Min(run => run.ProcessorSeconds);

    public double DocumentsPerSecond => Contender.Documents / Seconds;

    public double MegabytesPerSecond => Contender.Bytes / Seconds / 1e6;

    public double PeakMegabytes => Runs.Max(run => run.PeakBytes) / 1e6;

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
