using System.Text.Json;

namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>SARIF 2.1.0 (OASIS), as code scanning reads it; what is not a file is a logical location.</summary>
public sealed class SarifRenderer : IDiagnosticRenderer
{
    public void Render(DiagnosticReport report, TextWriter output) => InertJson.Write(output, json =>
    {
        var rules =
            report.Diagnostics
                .Select(diagnostic => diagnostic.Code)
                .DistinctBy(code => code.Id)
                .OrderBy(code => code.Id, StringComparer.Ordinal)
                .ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in report.Diagnostics)
        {
            WriteResult(json, report, diagnostic, rules.FindIndex(rule => rule.Id == diagnostic.Code.Id));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, List<DiagnosticCode> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "DocsPipeline");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "help", $"./build.sh explain {rule.Id}");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, DiagnosticReport report, Diagnostic diagnostic, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Severity));
        WriteText(json, "message", string.Join('\n', Sentences(diagnostic)));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (report.IsFile(diagnostic.Path))
        {
            WritePlace(json, diagnostic);
        }
        else
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", diagnostic.Path);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', diagnostic.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", diagnostic.Span.Line);
        json.WriteNumber("startColumn", diagnostic.Span.Column);
        json.WriteNumber("endColumn", diagnostic.Span.Column + diagnostic.Span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<string> Sentences(Diagnostic diagnostic) =>
    [
        diagnostic.Label is null ? diagnostic.Message : $"{diagnostic.Message}: {diagnostic.Label}",
        .. diagnostic.Notes,
        .. diagnostic.Help is null ? [] : new[] { $"help: {diagnostic.Help}" },
    ];

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) =>
        severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
