using DocsPipeline.Benchmarks.Measuring;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>turndown with its GFM plugin, the converter that people reach for first; installed here on demand, never with the
/// product.</summary>
internal static class Turndown
{
    private const string Name = "turndown 7.2.5 + GFM plugin, node";
    private const int Pages = 500;

    public static Contender Over(InputFolder pages, BenchmarkSettings settings)
    {
        if (NpmPackages.Install("turndown", settings) is not { } folder)
        {
            return Contender.Missing(
                Name, "it needs node and npm, and a registry to fetch turndown@7.2.5 and turndown-plugin-gfm@1.0.2 from");
        }

        var some = pages.First(Pages);
        return new Contender(
            Name, "node", [Path.Combine(folder, "convert.mjs"), pages.Path, some.Files.Count.ToString()], some.Files.Count, some.Bytes)
        {
            Note =
                $"the first {some.Files.Count} pages; knows no macro: code, panels, links to pages and mentions are lost or become bare "
                    + "text",
            Runs = 3,
        };
    }
}
