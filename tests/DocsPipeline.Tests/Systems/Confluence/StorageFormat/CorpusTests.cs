using DocsPipeline.Systems.Confluence.StorageFormat;
using Xunit.Abstractions;

namespace DocsPipeline.Tests.Systems.Confluence.StorageFormat;

/// <summary>Every promise of the conversion on real documents. The corpus lies outside of the repository; where it is missing the test says so.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(Checkout.Root, "../shared/corpora/confluence");

    private static readonly ConversionOptions Options = new();

    [Fact]
    public void Real_pages_lose_nothing()
    {
        var figures = new CorpusFigures();
        foreach (var file in Files())
        {
            figures.Add(Path.GetRelativePath(Corpus, file), File.ReadAllText(file), Options);
        }

        output.WriteLine(figures.Documents == 0 ? $"SKIPPED: no corpus at {Corpus}" : figures.ToString());
        figures.Faults.ShouldBeEmpty();
        figures.Share(figures.FixedPoints).ShouldBeGreaterThanOrEqualTo(0.99);
        figures.CanonicalShareOfCloud.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    private static IEnumerable<string> Files() =>
        Directory.Exists(Corpus) ? Directory.EnumerateFiles(Corpus, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
}
