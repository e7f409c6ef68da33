namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>
/// Pages as rich as real ones: matched to 63 pages of a company on Confluence Cloud in their spread of bytes (median 7 KB, mean 12 KB) and,
/// per KB, in elements (23), attributes (13), characters of text (340), entities (1.5) and the share of each kind of element, macro and id.
/// One seed, always the same bytes.
/// </summary>
internal static class GeneratedPages
{
    private const int Seed = 20260301;
    private const int Smallest = 1300;
    private const int Largest = 90_000;

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
        return (int)Math.Clamp(Math.Exp(Math.Log(6_800) + (1.05 * normal)), Smallest, Largest);
    }
}
