using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Flows.Validate;

/// <summary>
/// Reads a working folder, holds every document against every rule and says what is wrong. Faults of the content are in the report; only broken
/// settings or schemas throw (<see cref="PipelineException"/>), because then nothing can be held against them.
/// </summary>
public static class Validator
{
    public static async Task<ValidationReport> RunAsync(ValidateRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var files = ContentFolder.Read(request.Root, "content", "schemas");
        progress.Report($"Read {files.Count} files below {Path.GetFileName(Path.GetFullPath(request.Root))}");
        return await Task.Run(() => Check(files, request.Clock, cancellationToken), cancellationToken);
    }

    /// <summary>The same for files that are at hand; a pure function of them and of the day.</summary>
    public static ValidationReport Check(IReadOnlyList<ContentFile> files, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        // The two halves of the start-up that do not need each other.
        var settings = Task.Run(() => PipelineSettingsReader.Read(files), cancellationToken);
        var documents = DocumentSet.Load(files);
        var kinds = KindCatalogue.Load(files);
        var library = new Library(documents, kinds, Await(settings), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var found = Find(library, cancellationToken);
        var texts = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var read = documents.Documents.Count + documents.Diagnostics.Select(diagnostic => diagnostic.Path).Distinct().Count(path => !documents.ByPath.ContainsKey(path));
        return new ValidationReport(new DiagnosticReport(documents.Diagnostics.Concat(found), read, path => texts.TryGetValue(path, out var file) ? Encoding.UTF8.GetString(file.Bytes.Span) : null));
    }

    private static IReadOnlyList<Diagnostic> Find(Library library, CancellationToken cancellationToken)
    {
        try
        {
            return
            [
                .. library.Documents.Documents.AsParallel().WithCancellation(cancellationToken).SelectMany(document => Check(document, library)),
                .. library.Documents.Attachments.Values.AsParallel().WithCancellation(cancellationToken).SelectMany(AttachmentRules.Check),
            ];
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions.OfType<PipelineException>().FirstOrDefault() is { } broken)
        {
            throw broken;
        }
    }

    private static List<Diagnostic> Check(Document document, Library library)
    {
        var subject = new Subject(document, library);
        return [.. DocumentRules.All.SelectMany(rule => rule.Check(subject))];
    }

    private static PipelineSettings Await(Task<PipelineSettings> settings) => settings.GetAwaiter().GetResult();
}
