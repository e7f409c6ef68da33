using System.Text.RegularExpressions;
using Build.Measuring;

namespace DocsPipeline.Tests.Build.Measuring;

public sealed partial class BenchmarkProgramTests
{
    private static readonly string Program = Path.Combine(Checkout.Root, "tests/DocsPipeline.Benchmarks");

    [Fact]
    public void The_names_are_those_of_the_benchmarks_there_are() =>
        Directory.EnumerateFiles(Program, "*Benchmark.cs", SearchOption.AllDirectories)
            .Select(file => Name().Match(File.ReadAllText(file)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .ShouldBe(BenchmarkProgram.Names, ignoreOrder: true);

    [Fact]
    public void Nothing_is_compiled_for_a_benchmark_but_the_converter() =>
        Reference().Matches(File.ReadAllText(Path.Combine(Program, "DocsPipeline.Benchmarks.csproj")))
            .Select(match => Path.GetFileNameWithoutExtension(match.Groups[1].Value))
            .ShouldBe(["DocsPipeline.StorageFormat"]);

    [GeneratedRegex("override string Name => \"([a-z]+)\";")]
    private static partial Regex Name();

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
