using System.Text.Encodings.Web;
using System.Text.Json;

namespace DocsPipeline.Flows.Convert;

/// <summary><c>report.json</c>; the same run gives the same bytes.</summary>
internal static class ConvertReportFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, ConvertReport report)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteStartArray("documents");
        foreach (var document in report.Documents)
        {
            Write(json, document);
        }

        json.WriteEndArray();
        json.WriteEndObject();
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
