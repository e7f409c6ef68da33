using System.Diagnostics;

namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>One process from start to end. Memory is asked for while it runs, so the last hundredth of a second is not in it; so is
/// processor time where the system does not tell it afterwards.</summary>
internal sealed record ProcessRun(double Seconds, double ProcessorSeconds, long PeakBytes, int ExitCode)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    public static ProcessRun Of(Contender contender)
    {
        contender.Before?.Invoke();
        var start = new ProcessStartInfo(contender.Program, contender.Arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = contender.Folder ?? "",
        };
        var before = ChildTime.Total();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        // What it says is taken from it, or it would wait, and thrown away unread.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        var (peak, processor) = (0L, 0.0);
        while (!process.WaitForExit(Between))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                processor = process.TotalProcessorTime.TotalSeconds;
            }
            catch (InvalidOperationException)
            {
                // It ended between the two.
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return new ProcessRun(seconds, ChildTime.Total() - before ?? processor, peak, process.ExitCode);
    }
}
