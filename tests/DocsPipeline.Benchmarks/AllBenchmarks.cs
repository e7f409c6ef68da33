using DocsPipeline.Benchmarks.Conversion;
using DocsPipeline.Benchmarks.Validation;

namespace DocsPipeline.Benchmarks;

/// <summary>Every benchmark there is; a new one is a class and a line here.</summary>
internal static class AllBenchmarks
{
    public static IReadOnlyList<Benchmark> List { get; } = [new ConvertBenchmark(), new ValidateBenchmark()];

    public static Benchmark? Find(string name) => List.FirstOrDefault(benchmark => benchmark.Name == name);
}
