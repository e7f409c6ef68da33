using DocsPipeline.Benchmarks.Measuring;
using DocsPipeline.Benchmarks.Peers;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Storage format ⇄ Markdown, against what people use and against the floors that no such tool can go below.</summary>
internal sealed class ConvertBenchmark : Benchmark
{
    private const int Pages = 5000;
    private const int Times = 4;

    /// <summary>Fewer documents than this measure start-up, so a small folder of real pages is taken several times.</summary>
    private const int Enough = 2000;

    private static readonly int Threads = Environment.ProcessorCount;

    private static string Ours => $"DocsPipeline, {Threads} threads";

    public override string Name => "convert";

    protected override IEnumerable<Comparison> Comparisons(BenchmarkSettings settings)
    {
        Console.Error.WriteLine($"Generating {Pages} pages ...");
        var generated = ConversionInputs.Write(settings, "generated", GeneratedPages.Make(Pages));
        yield return ToMarkdown(settings, generated.Storage, $"Storage format to Markdown, {Pages} generated pages");
        yield return ToStorage(generated, "Markdown to storage format, the same pages");
        if (settings.Pages is not null)
        {
            var (pages, count) = RealPages(settings.Pages);
            var real = ConversionInputs.Write(settings, "real", pages);
            yield return ToMarkdown(settings, real.Storage,
                $"Storage format to Markdown, {count} real pages, {real.Storage.Files.Count / Math.Max(count, 1)} times");
            yield return ToStorage(real, "Markdown to storage format, the same pages");
        }

        if (settings.Pipeline is not null)
        {
            yield return Target(settings, generated.Storage);
        }
    }

    private static Comparison ToMarkdown(BenchmarkSettings settings, InputFolder pages, string title) => new(title, Ours,
    [
        Work(Ours, "to-markdown", pages, Threads),
        Work("DocsPipeline, 1 thread", "to-markdown", pages, 1),
        Work($"XmlReader and nothing else, {Threads} threads", "xml-reader", pages, Threads)
            with { Note = "the floor: visits every node, resolves no entity, writes nothing" },
        Work("XmlReader and nothing else, 1 thread", "xml-reader", pages, 1),
        HtmlToMarkdown.Over(pages, settings),
        Turndown.Over(pages, settings),
        Pandoc.Over(pages),
    ]);

    private static Comparison ToStorage(ConversionInputs inputs, string title)
    {
        var ours = $"DocsPipeline, new page, {Threads} threads";
        return new(title, ours,
        [
            Work(ours, "to-storage", inputs.Markdown, Threads),
            Work($"DocsPipeline, into the page, nothing edited, {Threads} threads", "write-back", inputs.Markdown, Threads, inputs.Storage),
            Work($"DocsPipeline, into the page, a word edited, {Threads} threads", "write-back", inputs.Edited, Threads, inputs.Storage),
            Work($"Markdig and nothing else, {Threads} threads", "markdig", inputs.Markdown, Threads)
                with { Note = "the floor: parses with the same extensions, throws the tree away" },
        ]);
    }

    /// <summary>The whole target, from disk to disk; memory must not grow with the number of pages.</summary>
    private static Comparison Target(BenchmarkSettings settings, InputFolder pages)
    {
        var converted = Path.Combine(settings.Out, "converted");
        var many = settings.Fresh("inputs/many");
        for (var copy = 0; copy < Times; copy++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(many, copy.ToString())).FullName;
            foreach (var file in pages.Files)
            {
                file.CopyTo(Path.Combine(folder, file.Name));
            }
        }

        var ours = $"./build.sh convert, {pages.Files.Count} files";
        return new Comparison("The whole target, files to files", ours,
        [
            Convert(ours, pages.Path, pages.Files.Count, pages.Bytes, 5, Gone),
            Convert("the same again, nothing changed", pages.Path, pages.Files.Count, pages.Bytes, 5),
            Convert($"./build.sh convert, {Times} × as many", many, Times * pages.Files.Count, Times * pages.Bytes, 3, Gone),
        ]);

        void Gone() => settings.SetAside(converted);

        Contender Convert(string name, string folder, int documents, long bytes, int runs, Action? before = null) => new(
            name, "dotnet",
            [settings.Pipeline!, "convert", "--from", "storage", "--to", "markdown", "--in", folder, "--out", converted], documents, bytes)
        { Runs = runs, Before = before };
    }

    private static Contender Work(string name, string work, InputFolder inputs, int threads, InputFolder? storage = null)
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "DocsPipeline.Benchmarks.dll"), "work", work, inputs.Path,
            threads.ToString()];
        return new Contender(name, "dotnet", storage is null ? command : [.. command, storage.Path], inputs.Files.Count, inputs.Bytes);
    }

    private static (IEnumerable<string> Pages, int Count) RealPages(string folder)
    {
        var files = Directory.GetFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var times = (Enough / Math.Max(files.Count, 1)) + 1;
        return (Enumerable.Repeat(files, times).SelectMany(list => list).Select(File.ReadAllText), files.Count);
    }
}
