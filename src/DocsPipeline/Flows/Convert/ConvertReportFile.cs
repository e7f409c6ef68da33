using System.Text.Encodings.Web;
using System.Text.Json;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// <c>report.json</c>, which grows while files are converted. They may come in any order and stand in that of their numbers, so the same
/// run gives the same bytes; what was written is forgotten, so a large folder takes no more memory than a small one. It is JSON at every
/// moment: until the run is over it holds what was done up to some point, and says that it is not complete.
/// </summary>
internal sealed class ConvertReportFile : IDisposable
{
    public const string Name = "report.json";

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
    private readonly OutputFolder folder;
    private readonly string part;
    private readonly FileStream stream;
    private readonly Utf8JsonWriter json;
    private int written;
    private int failed;
    private int nextGlance = 64;
    private bool isOver;

    public ConvertReportFile(OutputFolder folder, int documents)
    {
        this.folder = folder;
        waiting = new ConvertedDocument?[documents];
        part = folder.Part();
        stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read);
        json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartArray("documents");
        Guarded(Glance);
    }

    /// <summary>Takes the outcome of the file with a number, counted from 0; every number comes once.</summary>
    public void Add(int number, ConvertedDocument document)
    {
        lock (gate)
        {
            waiting[number] = document;
            Guarded(WriteThoseInOrder);
        }
    }

    /// <summary>Ends the file.</summary>
    public ConvertReport Finish()
    {
        Guarded(() => End(complete: true));
        return new ConvertReport(waiting.Length, failed, diagnostics);
    }

    /// <summary>Ends a file that was not finished too: it then holds what came so far.</summary>
    public void Dispose()
    {
        if (!isOver)
        {
            try
            {
                Array.ForEach(waiting, document => Write(json, document));
                End(complete: false);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // What stopped the run is told already; the last glance stays.
            }
        }

        json.Dispose();
        stream.Dispose();
    }

    private void WriteThoseInOrder()
    {
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

        // Twice as many each time: all glances together copy no more than the report is long.
        if (written >= nextGlance)
        {
            nextGlance = 2 * written;
            Glance();
        }
    }

    /// <summary>Shows what is there, closed where it stands.</summary>
    private void Glance()
    {
        json.Flush();
        stream.Flush();
        var copy = folder.Part();
        File.Copy(part, copy);
        File.AppendAllText(copy, "\n  ],\n  \"complete\": false\n}");
        File.Move(copy, folder.At(Name), overwrite: true);
    }

    private void End(bool complete)
    {
        isOver = true;
        json.WriteEndArray();
        json.WriteBoolean("complete", complete);
        json.WriteEndObject();
        json.Dispose();
        stream.Dispose();
        File.Move(part, folder.At(Name), overwrite: true);
    }

    private static void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw OutputFolder.Unwritable(Name, fault);
        }
    }

    private static void Write(Utf8JsonWriter json, ConvertedDocument? document)
    {
        if (document is null)
        {
            return;
        }

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
