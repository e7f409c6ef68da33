using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Rules.Summaries;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Flows.Validate;

/// <summary>
/// Reads a working folder, holds every document against every rule and says what is wrong. Faults of the content are in the report; only
/// broken settings or schemas throw (<see cref="PipelineException"/>), because then nothing can be held against them.
/// </summary>
public static class Validator
{
    public static async Task<ValidationReport> RunAsync(
        ValidateRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Root));
        if (!Directory.Exists(root))
        {
            throw new PipelineException(
                ExitCode.WrongCommandLine,
                Catalogue.Configuration.CommandLineIsWrong.At("command line", SourceSpan.Start, $"folder {root} does not exist"));
        }

        var files = ContentFolder.Read(root, "content", "schemas");
        progress.Report($"Read {files.Count} files below {(Path.GetFileName(root) is { Length: > 0 } name ? name : root)}");
        var content = new ContentSnapshot(files) { KeepsDocuments = false };
        return await Task.Run(() => Check(content, request.Clock, request.Cache, cancellation), cancellation);
    }

    /// <summary>The same for content that is at hand; a pure function of it and of the day.</summary>
    public static ValidationReport Check(
        ContentSnapshot content, TimeProvider clock, SummaryCache? cache = null, CancellationToken cancellation = default)
    {
        var found = DocumentRules.Check(content, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cache, cancellation);
        return new ValidationReport(new DiagnosticReport(found, content.DocumentFiles.Count, content.TextOf));
    }
}
