using DocsPipeline.StorageFormat.Conversion;
using Xunit.Abstractions;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// Every promise of the conversion on real documents. The corpus lies outside of the repository; where it is missing the test says so.
/// </summary>
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
            var name = Path.GetRelativePath(Corpus, file);
            figures.Add(name, File.ReadAllText(file), Options, isCloud: name.StartsWith("querypie", StringComparison.Ordinal));
        }

        output.WriteLine(figures.Documents == 0 ? $"SKIPPED: no corpus at {Corpus}" : figures.ToString());
        figures.Faults.ShouldBeEmpty();
        figures.Share(figures.FixedPoints).ShouldBeGreaterThanOrEqualTo(0.99);
        figures.CanonicalShareOfCloud.ShouldBeGreaterThanOrEqualTo(0.9);
    }

    /// <summary>The documents that nobody has seen yet are more than those that lie there.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Made_up_pages_lose_nothing(bool isCloud)
    {
        var figures = new CorpusFigures();
        for (var seed = 0; seed < 300; seed++)
        {
            var page = new RandomPage(seed, isCloud);
            var storage = page.Storage();
            figures.Add($"page {seed}", storage, Options, isCloud);
            figures.Edit($"page {seed}", storage, $"w{1 + (seed % page.Words)}", Options);
        }

        output.WriteLine(figures.ToString());
        figures.Faults.ShouldBeEmpty();
        figures.Share(figures.FixedPoints).ShouldBeGreaterThanOrEqualTo(0.99);
        figures.CanonicalShareOfCloud.ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static IEnumerable<string> Files() =>
        Directory.Exists(Corpus)
            ? Directory.EnumerateFiles(Corpus, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
}
