using System.Text.Json;

namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>For scripts: <c>{"summary": …, "diagnostics": […]}</c>; line, column and length as in <see cref="SourceSpan"/>.</summary>
public sealed class JsonRenderer : IDiagnosticRenderer
{
    public void Render(DiagnosticReport report, TextWriter output) => InertJson.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteString("text", report.Summary);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteNumber("documents", report.Documents);
        json.WriteEndObject();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in report.Diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code.Id);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Message);
        json.WriteString("path", diagnostic.Path);
        json.WriteNumber("line", diagnostic.Span.Line);
        json.WriteNumber("column", diagnostic.Span.Column);
        json.WriteNumber("length", diagnostic.Span.Length);
        json.WriteString("label", diagnostic.Label);
        json.WriteStartArray("notes");
        foreach (var note in diagnostic.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteString("help", diagnostic.Help);
        json.WriteEndObject();
    }
}
