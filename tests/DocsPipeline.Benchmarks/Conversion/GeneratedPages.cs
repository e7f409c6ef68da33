namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>
/// Pages like a company's: sizes spread as real ones are (1.8 to 42 KB, median near 11), and per page a table, most of a code macro, eight
/// links to pages, nine to the web, some status lozenges, panels, lists, images, mentions, ids everywhere. One seed, always the same bytes.
/// </summary>
internal static class GeneratedPages
{
    private const int Seed = 20260301;
    private const int Smallest = 1800;
    private const int Largest = 42_000;

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(Seed);
        for (var page = 0; page < count; page++)
        {
            yield return new PageGenerator(random).Page(Size(random));
        }
    }

    /// <summary>Sizes of pages are log-normal, as those of most texts are.</summary>
    private static int Size(Random random)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return (int)Math.Clamp(Math.Exp(Math.Log(10_300) + (0.63 * normal)), Smallest, Largest);
    }
}
