using System.Text.Encodings.Web;
using System.Text.Json;

namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>The same as JSON: <c>{"benchmark","processors","comparisons":[{"title","load","rows":[…]}]}</c>; times in seconds, every run
/// kept.</summary>
internal static class ResultFile
{
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string file, string benchmark, IEnumerable<ComparisonResult> results)
    {
        using var stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("benchmark", benchmark);
        json.WriteNumber("processors", Environment.ProcessorCount);
        json.WriteStartArray("comparisons");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("title", result.Comparison.Title);
            json.WriteString("ours", result.Comparison.Ours);
            json.WriteString("load", result.Load);
            json.WriteStartArray("rows");
            foreach (var row in result.Rows)
            {
                Row(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, ResultRow row)
    {
        json.WriteStartObject();
        json.WriteString("name", row.Contender.Name);
        json.WriteString("note", row.Contender.Note);
        json.WriteBoolean("installed", !row.Contender.IsMissing);
        if (!row.Contender.IsMissing)
        {
            json.WriteNumber("documents", row.Contender.Documents);
            json.WriteNumber("bytes", row.Contender.Bytes);
            json.WriteNumber("documentsPerSecond", Math.Round(row.DocumentsPerSecond, 1));
            json.WriteNumber("medianSeconds", Math.Round(row.Seconds, 4));
            json.WriteNumber("fastestSeconds", Math.Round(row.Fastest, 4));
            json.WriteNumber("fastestProcessorSeconds", Math.Round(row.FastestProcessor, 4));
            json.WriteNumber("medianProcessorSeconds", Math.Round(row.ProcessorSeconds, 4));
            json.WriteNumber("peakBytes", row.Runs.Max(run => run.PeakBytes));
            json.WriteNumber("timeRelativeToOurs", Math.Round(row.Ratio ?? 1, 4));
            json.WriteNumber("processorTimeRelativeToOurs", Math.Round(row.ProcessorRatio ?? 1, 4));
            json.WriteString("fault", row.Fault);
            json.WriteStartArray("seconds");
            foreach (var run in row.Runs)
            {
                json.WriteNumberValue(Math.Round(run.Seconds, 4));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
