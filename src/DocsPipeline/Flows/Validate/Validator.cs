using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Flows.Validate;

/// <summary>
/// Reads a working folder, holds every document against every rule and says what is wrong. Faults of the content are in the report; only broken
/// settings or schemas throw (<see cref="PipelineException"/>), because then nothing can be held against them.
/// </summary>
public static class Validator
{
    public static async Task<ValidationReport> RunAsync(
        ValidateRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        var files = ContentFolder.Read(request.Root, "content", "schemas");
        progress.Report($"Read {files.Count} files below {Path.GetFileName(Path.GetFullPath(request.Root))}");
        return await Task.Run(() => Check(new ContentSnapshot(files), request.Clock, cancellation), cancellation);
    }

    /// <summary>The same for content that is at hand; a pure function of it and of the day.</summary>
    public static ValidationReport Check(ContentSnapshot content, TimeProvider clock, CancellationToken cancellation = default)
    {
        var found = DocumentRules.Check(content, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellation);
        return new ValidationReport(new DiagnosticReport(found, content.Documents.Count, content.TextOf));
    }
}
