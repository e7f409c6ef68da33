using System.Globalization;

namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>A comparison as people read it.</summary>
internal static class ResultTable
{
    public static void Print(ComparisonResult result)
    {
        Console.WriteLine($"\n{result.Comparison.Title}");
        Console.WriteLine("whole processes, the median of the runs and the fastest one; "
            + $"{Environment.ProcessorCount} processors, load average {result.Load}\n");
        var width = result.Rows.Max(row => row.Contender.Name.Length);
        Console.WriteLine($"{"".PadRight(width)}  {"documents",9}  {"seconds",7}  {"fastest",7}  {"CPU s",6}  {"fastest",7}  "
            + $"{"documents/s",11}  {"fastest",7}  {"MB/s",6}  {"peak MB",7}  {"time/document",13}  {"CPU/document",13}  runs");
        foreach (var row in result.Rows)
        {
            Console.WriteLine($"{row.Contender.Name.PadRight(width)}  {(row.Contender.IsMissing ? row.Contender.Note : Figures(row))}");
        }

        foreach (var row in result.Rows.Where(row => !row.Contender.IsMissing && row.Contender.Note is not null))
        {
            Console.WriteLine($"  {row.Contender.Name}: {row.Contender.Note}");
        }
    }

    private static string Figures(ResultRow row)
    {
        var ratio = row.Ratio is { } value ? Format($"{value:0.00} × ours") : "";
        var processor = row.ProcessorRatio is { } share ? Format($"{share:0.00} × ours") : "";
        var fault = row.Fault is { } text ? $"  FAILED: {text}" : "";
        var wall = Format($"{row.Contender.Documents,9:#,0}  {row.Seconds,7:0.00}  {row.Fastest,7:0.00}");
        var cpu = Format($"{row.ProcessorSeconds,6:0.00}  {row.FastestProcessor,7:0.00}");
        var fastest = row.Contender.Documents / row.Fastest;
        var speed = Format($"{row.DocumentsPerSecond,11:#,0}  {fastest,7:#,0}  {row.MegabytesPerSecond,6:0.0}");
        var rest = Format($"{row.PeakMegabytes,7:0}  {ratio,13}  {processor,13}  {row.Runs.Count,4}{fault}");
        return $"{wall}  {cpu}  {speed}  {rest}";
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
