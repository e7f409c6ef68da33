using DocsPipeline.Benchmarks.Measuring;
using DocsPipeline.Benchmarks.Peers;

namespace DocsPipeline.Benchmarks.Validation;

/// <summary>The whole target over generated content, beside what people use to check Markdown; none of those checks as much, which stands
/// beside the row.</summary>
internal sealed class ValidateBenchmark : Benchmark
{
    private const int Many = 10_000;
    private const double Broken = 0.016;
    private const int Found = 1;

    public override string Name => "validate";

    protected override IEnumerable<Comparison> Comparisons(BenchmarkSettings settings)
    {
        if (settings.Pipeline is null)
        {
            Console.Error.WriteLine("the build program is needed: start this with `./build.sh bench validate`");
            yield break;
        }

        var many = GeneratedContent.Write(settings, "documents", Many);
        yield return new Comparison($"{Many:#,0} documents with {Many * 20:#,0} links, all of it valid", "./build.sh validate, cold",
        [
            Cold(settings, "./build.sh validate, cold", many),
            Ours(settings, "./build.sh validate, nothing changed", many),
            Ours(settings, "./build.sh validate, one document changed", many) with { Before = many.ChangeOne },
            .. Linters.Over(many, settings),
        ]);
        var broken = GeneratedContent.Write(settings, "broken", Many, Broken);
        yield return new Comparison($"The same with {Broken:P1} of the links broken", "./build.sh validate, cold",
        [
            Cold(settings, "./build.sh validate, cold", broken) with { ExitCodes = [Found] },
            Ours(settings, "./build.sh validate, nothing changed", broken) with { ExitCodes = [Found] },
        ]);
        var pictures = GeneratedContent.Write(settings, "pictures", 1, attachments: 100);
        yield return new Comparison(
            "One document beside 100 pictures of 8 MiB", "./build.sh validate, cold",
            [Cold(settings, "./build.sh validate, cold", pictures)]);
        yield return Growth(settings, "Twice the documents, twice the time?", 0, 0);
        yield return Growth(settings, "Twice the documents and the broken links, twice the time?", Broken, Found);
        var few = GeneratedContent.Write(settings, "few", 100);
        yield return new Comparison("100 documents, start-up included", "./build.sh validate, cold",
        [
            Cold(settings, "./build.sh validate, cold", few),
            Ours(settings, "./build.sh validate, nothing changed", few),
        ]);
    }

    private static Comparison Growth(BenchmarkSettings settings, string title, double broken, int exitCode) =>
        new(title, "./build.sh validate, 2500 documents",
    [
        .. new[] { 2500, 5000, 10_000 }.Select(count =>
            Cold(settings, $"./build.sh validate, {count} documents",
                GeneratedContent.Write(settings, $"growth-{count}", count, broken)) with { Runs = 3, ExitCodes = [exitCode] }),
    ]);

    private static Contender Cold(BenchmarkSettings settings, string name, GeneratedContent content) =>
        Ours(settings, name, content) with { Before = () => Forget(settings) };

    private static Contender Ours(BenchmarkSettings settings, string name, GeneratedContent content) => new(
        name, "dotnet", [settings.Pipeline!, "validate", "--root", content.Root, "--out", Path.Combine(settings.Out, "validate.txt")],
        content.Documents, content.Bytes);

    private static void Forget(BenchmarkSettings settings)
    {
        var cache = Path.Combine(settings.Out, "..", "cache", "validate");
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }
    }
}
