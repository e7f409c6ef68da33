using System.Text.Encodings.Web;
using System.Text.Json;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// <c>report.json</c>, which grows while files are converted. They may come in any order and stand in that of their numbers, so the same
/// run gives the same bytes; what was written is forgotten, so a large folder takes no more memory than a small one.
/// </summary>
internal sealed class ConvertReportFile : IDisposable
{
    private const int Buffered = 16 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock gate = new();
    private readonly ConvertedDocument?[] waiting;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Stream stream;
    private readonly Utf8JsonWriter json;
    private int written;
    private int failed;

    public ConvertReportFile(string path, int documents)
    {
        waiting = new ConvertedDocument?[documents];
        stream = File.Create(path);
        json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartArray("documents");
    }

    /// <summary>Takes the outcome of the file with a number, counted from 0; every number comes once.</summary>
    public void Add(int number, ConvertedDocument document)
    {
        lock (gate)
        {
            waiting[number] = document;
            for (; written < waiting.Length && waiting[written] is { } next; written++)
            {
                Write(json, next);
                failed += next.Ok ? 0 : 1;
                diagnostics.AddRange(next.Diagnostics);
                waiting[written] = null;
            }

            if (json.BytesPending > Buffered)
            {
                json.Flush();
            }
        }
    }

    /// <summary>Ends the file.</summary>
    public ConvertReport Finish()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return new ConvertReport(waiting.Length, failed, diagnostics);
    }

    public void Dispose()
    {
        json.Dispose();
        stream.Dispose();
    }

    private static void Write(Utf8JsonWriter json, ConvertedDocument document)
    {
        json.WriteStartObject();
        json.WriteString("file", document.File);
        json.WriteString("status", document.Ok ? "ok" : "error");
        json.WriteNumber("converted", document.Converted);
        json.WriteNumber("preserved", document.Preserved);
        json.WriteNumber("dropped", document.Dropped);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in document.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code.Id);
            json.WriteNumber("line", diagnostic.Span.Line);
            json.WriteNumber("column", diagnostic.Span.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
