using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Flows.Export.Reporting;

/// <summary>Writes <c>export-report.json</c>: the report as JSON, and nothing that changes without cause.</summary>
internal static class ExportReportFile
{
    public const string Name = "export-report.json";

    public static void Write(string directory, ExportReport report)
    {
        Directory.CreateDirectory(directory);
        var totals = new Totals(
            report.Count(ExportStatus.Exported), report.Count(ExportStatus.Unchanged), report.Count(ExportStatus.Skipped),
            report.Count(ExportStatus.Failed), report.Count(ExportStatus.Declined), report.Count(ExportStatus.NotADocument),
            report.Pages.Sum(page => page.Elements.Converted), report.Pages.Sum(page => page.Elements.Preserved),
            report.Pages.Sum(page => page.Elements.Dropped));
        var lines = report.Diagnostics.Select(diagnostic => new Line(
            diagnostic.Code.Id, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message, diagnostic.Path,
            diagnostic.Span.Line, diagnostic.Span.Column));
        var content = new Content(totals, report.Commit, report.PullRequest, report.PullRequestUrl, report.Pages, [.. lines]);
        using var file = File.Create(Path.Combine(directory, Name));
        JsonSerializer.Serialize(file, content, ExportJson.Default.Content);
    }

    internal sealed record Content(
        Totals Totals, string? Commit, int? PullRequest, Uri? PullRequestUrl, IReadOnlyList<ExportedPage> Pages,
        IReadOnlyList<Line> Diagnostics);

    internal sealed record Totals(
        int Exported, int Unchanged, int Skipped, int Failed, int Declined, int NotADocument,
        int ElementsConverted, int ElementsPreserved, int ElementsDropped);

    internal sealed record Line(string Code, string Severity, string Message, string Path, int Row, int Column);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", UseStringEnumConverter = true)]
[JsonSerializable(typeof(ExportReportFile.Content))]
internal sealed partial class ExportJson : JsonSerializerContext;
