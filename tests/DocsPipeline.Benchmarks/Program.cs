using DocsPipeline.Benchmarks;

return args switch
{
    ["work", var name, .. var rest] => Works.Run(name, rest),
    ["all", .. var rest] => AllBenchmarks.List.Max(benchmark => benchmark.Run(BenchmarkSettings.Read(rest))),
    [var name, .. var rest] when AllBenchmarks.Find(name) is { } benchmark => benchmark.Run(BenchmarkSettings.Read(rest)),
    _ => Unknown(),
};

static int Unknown()
{
    var names = string.Join('|', AllBenchmarks.List.Select(benchmark => benchmark.Name));
    Console.Error.WriteLine($"usage: DocsPipeline.Benchmarks {names}|all "
        + $"--out DIR [--pages DIR] [--pipeline DLL]");
    return 64;
}
