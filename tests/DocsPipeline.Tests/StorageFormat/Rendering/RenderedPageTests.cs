using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using Xunit.Abstractions;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>
/// Whoever reviews a page on GitHub sees every word that a reader of the page sees in Confluence: rendered by GitHub's own renderer, not
/// hidden in a comment or an attribute.
/// </summary>
public sealed class RenderedPageTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(Checkout.Root, "../shared/corpora/confluence");

    private readonly ConversionOptions options = new();

    [CmarkGfmFact]
    public void Of_made_up_pages_nothing_is_hidden() => AllIsSeen(Enumerable.Range(0, 200)
        .Select(seed => ($"page {seed}", new RandomPage(seed, seed % 2 == 0).Storage())));

    [CmarkGfmFact]
    public void Of_real_pages_nothing_is_hidden()
    {
        if (!Directory.Exists(Corpus))
        {
            output.WriteLine($"SKIPPED, NOT PROVED: no corpus at {Corpus}");
            return;
        }

        AllIsSeen(Directory.EnumerateFiles(Corpus, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Corpus, file), File.ReadAllText(file))));
    }

    private void AllIsSeen(IEnumerable<(string Name, string Storage)> pages)
    {
        var (words, hidden) = (0, new List<string>());
        foreach (var (name, storage) in pages)
        {
            if (new StorageFormatToMarkdown().Convert(storage, options).Markdown is { } markdown)
            {
                var seen = SeenWords.Of(storage).ToList();
                words += seen.Count;
                var missing = new WordCount(GitHubText.Of(markdown)).Missing(seen.Select(word => word.Word));
                hidden.AddRange(missing.Select(word => $"{name}: {word} ({seen.First(candidate => candidate.Word == word).Kind})"));
            }
        }

        output.WriteLine($"{words} words");
        words.ShouldBeGreaterThan(1000);
        hidden.ShouldBeEmpty();
    }
}
