using DocsPipeline.Benchmarks.Measuring;

namespace DocsPipeline.Benchmarks.Peers;

/// <summary>html-to-markdown, a converter in Rust called from node: the fastest of those that people use.</summary>
internal static class HtmlToMarkdown
{
    private const string Name = "html-to-markdown 3.7.2, Rust in node";

    public static Contender Over(InputFolder pages, BenchmarkSettings settings) =>
        NpmPackages.Install("html-to-markdown", settings) is { } folder
            ? new Contender(Name, "node", [Path.Combine(folder, "convert.mjs"), pages.Path], pages.Files.Count, pages.Bytes)
            {
                Note = "1 thread; knows no macro: code, panels, links to pages and mentions are lost or become bare text",
                Runs = 3,
            }
            : Contender.Missing(Name, "it needs node and npm, and a registry to fetch @kreuzberg/html-to-markdown-node@3.7.2 from");
}
