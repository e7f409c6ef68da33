using System.Diagnostics;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>One row of the table: pages a second, the best of three passes over all of them.</summary>
internal sealed record Measurement(string Work, int Threads, double PagesPerSecond)
{
    public static Measurement Of(string work, int threads, string[] pages, Action<string, int> convert)
    {
        var best = double.MaxValue;
        for (var pass = 0; pass < 3; pass++)
        {
            var watch = Stopwatch.StartNew();
            Parallel.For(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, index => convert(pages[index], index));
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return new Measurement(work, threads, pages.Length / best);
    }
}
