using System.Diagnostics;
using System.Text.Json;
using System.Xml;
using DocsPipeline.Systems.Confluence.StorageFormat;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>Storage format ⇄ Markdown against the floor of any XML tool, a bare <see cref="XmlReader"/> pass over the same characters in the same run.</summary>
internal static class ConvertBenchmark
{
    private static readonly ConversionOptions Options = new();

    public static int Run(string[] arguments)
    {
        var pages = GeneratedPages.Make(arguments.Length > 0 && int.TryParse(arguments[0], out var count) ? count : 5000);
        var markdown = pages.Select(page => new StorageFormatToMarkdown().Convert(page, Options).Markdown!).ToArray();
        var edited = markdown.Select(text => text.Replace(" invoice ", " credit ")).ToArray();
        var rows = new List<Measurement>();
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            rows.Add(Measurement.Of("XmlReader, nothing else", threads, pages, (page, _) => Scan(page)));
            rows.Add(Measurement.Of("scan of ours, nothing else", threads, pages, (page, _) => DocsPipeline.Systems.Confluence.StorageFormat.Scanning.StorageScanner.Scan(page, out var _)));
            rows.Add(Measurement.Of("storage → Markdown", threads, pages, (page, _) => new StorageFormatToMarkdown().Convert(page, Options)));
            rows.Add(Measurement.Of("Markdown → storage, no base", threads, pages, (_, index) => new MarkdownToStorageFormat().Convert(markdown[index], null, Options)));
            rows.Add(Measurement.Of("Markdown → storage, base, no edit", threads, pages, (page, index) => new MarkdownToStorageFormat().Convert(markdown[index], page, Options)));
            rows.Add(Measurement.Of("Markdown → storage, base, words edited", threads, pages, (page, index) => new MarkdownToStorageFormat().Convert(edited[index], page, Options)));
        }

        Print(pages, rows);
        Save(rows);
        return 0;
    }

    private static void Scan(string page)
    {
        using var reader = XmlReader.Create(new StringReader($"<!DOCTYPE r [<!ENTITY ldquo \"“\"><!ENTITY rdquo \"”\">]><r xmlns:ac=\"ac\" xmlns:ri=\"ri\">{page}</r>"), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null });
        while (reader.Read())
        {
        }
    }

    private static void Print(string[] pages, List<Measurement> rows)
    {
        Console.WriteLine($"{pages.Length} pages, {pages.Sum(page => (long)page.Length) / 1024 / 1024} M characters; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB");
        foreach (var row in rows)
        {
            var floor = rows.First(candidate => candidate.Threads == row.Threads).PagesPerSecond;
            Console.WriteLine($"{row.Work,-42} {row.Threads} thread(s) {row.PagesPerSecond,10:N0} pages/s   {floor / row.PagesPerSecond,5:N2} × the XmlReader's time");
        }
    }

    private static void Save(List<Measurement> rows)
    {
        Directory.CreateDirectory("artifacts/bench");
        File.WriteAllText("artifacts/bench/convert.json", JsonSerializer.Serialize(rows));
    }
}
