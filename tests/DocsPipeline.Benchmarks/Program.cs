using DocsPipeline.Benchmarks;

return args switch
{
    ["work", var name, .. var rest] => Works.Run(name, rest),
    [var name, .. var rest] when AllBenchmarks.Find(name) is { } benchmark => benchmark.Run(BenchmarkSettings.Read(rest)),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine($"usage: DocsPipeline.Benchmarks {string.Join('|', AllBenchmarks.List.Select(benchmark => benchmark.Name))} "
        + $"--out DIR [--pages DIR] [--pipeline DLL]");
    return 64;
}
