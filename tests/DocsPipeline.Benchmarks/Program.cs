using DocsPipeline.Benchmarks.Conversion;

return args.FirstOrDefault()?.ToLowerInvariant() switch
{
    "convert" => ConvertBenchmark.Run(args[1..]),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("usage: benchmarks convert [pages]");
    return 64;
}
