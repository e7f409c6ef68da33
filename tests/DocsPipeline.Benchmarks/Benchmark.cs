using DocsPipeline.Benchmarks.Measuring;

namespace DocsPipeline.Benchmarks;

/// <summary>Makes inputs, has ours and the peers work on them side by side, shows tables and leaves them as <c>NAME.json</c>.</summary>
internal abstract class Benchmark
{
    public abstract string Name { get; }

    /// <summary>The comparisons, made one after the other.</summary>
    protected abstract IEnumerable<Comparison> Comparisons(BenchmarkSettings settings);

    public int Run(BenchmarkSettings settings)
    {
        var results = new List<ComparisonResult>();
        foreach (var comparison in Comparisons(settings))
        {
            var result = SideBySide.Run(comparison);
            ResultTable.Print(result);
            results.Add(result);
        }

        var file = Path.Combine(settings.Out, Name + ".json");
        ResultFile.Write(file, Name, results);
        settings.Tidy();
        Console.WriteLine($"\nwritten: {Path.GetRelativePath(Directory.GetCurrentDirectory(), file)}");
        return results.TrueForAll(result => result.Rows.All(row => row.Fault is null)) ? 0 : 1;
    }
}
