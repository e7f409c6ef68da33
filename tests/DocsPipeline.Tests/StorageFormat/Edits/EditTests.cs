using Xunit.Abstractions;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>
/// An edit keeps what it did not mean: thousands of edits that seeds choose, on pages that seeds make and on real ones. The real ones lie
/// outside of the repository; where they are missing the test says so. By night there are ten times as many.
/// </summary>
public sealed class EditTests(ITestOutputHelper output)
{
    private static readonly string Corpus = Path.Combine(Checkout.Root, "../shared/corpora/confluence");

    private static readonly int Times = Environment.GetEnvironmentVariable("CsCheck_Time") is null ? 1 : 10;

    [Fact]
    public void Edits_of_made_up_pages_keep_what_they_did_not_mean()
    {
        var figures = new EditFigures();
        for (var seed = 0; seed < 600 * Times; seed++)
        {
            figures.Add("page", new RandomPage(seed, seed % 2 == 0).Storage(), seed, Operation(seed));
        }

        Judge(figures);
        figures.Made.ShouldBeGreaterThan(300 * Times);
    }

    [Fact]
    public void Edits_of_real_pages_keep_what_they_did_not_mean()
    {
        string[] pages = Directory.Exists(Corpus)
            ? [.. Directory.EnumerateFiles(Corpus, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
        if (pages.Length == 0)
        {
            output.WriteLine($"SKIPPED: no corpus at {Corpus}");
            return;
        }

        var figures = new EditFigures();
        for (var seed = 0; seed < 250 * Times; seed++)
        {
            var page = pages[seed * 31 % pages.Length];
            figures.Add(Path.GetRelativePath(Corpus, page), File.ReadAllText(page), seed, Operation(seed));
        }

        Judge(figures);
    }

    private void Judge(EditFigures figures)
    {
        output.WriteLine($"{figures}\n{string.Join('\n', figures.Faults)}");
        figures.Below(0.99).ShouldBeEmpty(string.Join('\n', figures.Faults));
        figures.Share.ShouldBeGreaterThanOrEqualTo(0.99);
    }

    private static string Operation(int seed) => RandomEdit.Operations[seed % RandomEdit.Operations.Count];
}
