using System.Collections.Concurrent;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// One pass after the other: what changed is converted, what nothing becomes any more is removed, the report is of all files.
/// </summary>
internal sealed class WatchPass(ConvertRequest request, OutputFolder output, IProgress<WatchedChange> told)
{
    private readonly Converter converter = new();
    private readonly WrittenFiles written = new(output);

    /// <summary>What became of each file when it was last converted.</summary>
    private readonly Dictionary<string, ConvertedDocument> documents = new(StringComparer.Ordinal);

    /// <summary>Files that could not be opened; nothing about them changes when they can.</summary>
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);

    /// <summary>What the last pass saw.</summary>
    public WatchedState State { get; private set; } = WatchedState.None(request);

    /// <summary>All files; what is in order is counted and not told.</summary>
    public Task<ConvertReport> FirstAsync(WatchedState first, CancellationToken cancellation) =>
        ConvertAsync(first, [.. first.Inputs.Files], tellsAll: false, cancellation);

    /// <summary>What changed since; false where there was nothing to do.</summary>
    public async Task<bool> NextAsync(WatchedState next, CancellationToken cancellation)
    {
        var gone = next.GoneSince(State);
        HashSet<string> due = [.. next.ChangedSince(State), .. documents.Keys.Where(file => next.Has(file) && IsFree(next, file))];
        if (due.Count == 0 && documents.Keys.All(next.Has))
        {
            State = next;
            return false;
        }

        foreach (var (result, source) in gone)
        {
            Remove(result, source);
        }

        foreach (var file in documents.Keys.Where(file => !next.Has(file)).ToList())
        {
            documents.Remove(file);
            closed.Remove(file);
        }

        await ConvertAsync(next, due, tellsAll: true, cancellation);
        return true;
    }

    private async Task<ConvertReport> ConvertAsync(
        WatchedState next, HashSet<string> due, bool tellsAll, CancellationToken cancellation)
    {
        var fresh = new ConcurrentDictionary<string, ConvertedDocument>(StringComparer.Ordinal);
        var report = await Converter.ReportAsync(next.Inputs, output, Outcome, cancellation);
        foreach (var document in next.Inputs.Files.Where(due.Contains).Select(file => fresh[file]))
        {
            documents[document.File] = document;
            _ = IsClosed(next, document.File) ? closed.Add(document.File) : closed.Remove(document.File);
            if (tellsAll || document.Diagnostics.Count > 0)
            {
                var outcome = document.Ok ? WatchedOutcome.Converted : WatchedOutcome.Failed;
                told.Report(new WatchedChange(outcome, document.File, next.Inputs.OutputOf(document.File), document.Diagnostics));
            }
        }

        State = next;
        return report;

        ConvertedDocument Outcome(string file) => due.Contains(file) ? fresh[file] = One(next.Inputs, file) : documents[file];
    }

    private ConvertedDocument One(ConvertInputs inputs, string file)
    {
        var result = inputs.OutputOf(file);
        try
        {
            if (written.IsEdited(result))
            {
                return ConvertedDocument.Refused(file, OutputIsEdited.At(
                    file, SourceSpan.Start, $"{result} was edited since it was written, so it is not replaced",
                    help: "convert the edit back, or move or delete the edited file"));
            }

            var document = converter.One(request, inputs, output, file);
            if (document.Ok)
            {
                written.Remember(result);
            }

            return document;
        }
        catch (Exception exception) when (Utf8File.Fault(exception, file) is { } fault)
        {
            return ConvertedDocument.Refused(file, fault);
        }
    }

    /// <summary>Whether what stood in the way of an unchanged file no longer does.</summary>
    private bool IsFree(WatchedState next, string file) =>
        closed.Contains(file) ? !IsClosed(next, file)
        : documents[file].Diagnostics is [var only] && only.Code == OutputIsEdited && !written.IsEdited(next.Inputs.OutputOf(file));

    private bool IsClosed(WatchedState next, string file) =>
        !documents[file].Ok
        && (Utf8File.IsClosed(Path.Combine(request.In, file))
            || (next.Inputs.PageOf(file) is { } page && Utf8File.IsClosed(Path.Combine(request.Base!, page))));

    private void Remove(string result, string source)
    {
        try
        {
            told.Report(
                written.Remove(result) ? new WatchedChange(WatchedOutcome.Removed, source, result, [])
                : File.Exists(output.At(result)) ? new WatchedChange(WatchedOutcome.Kept, source, result, [])
                : new WatchedChange(WatchedOutcome.Removed, source, Output: null, []));
        }
        catch (Exception exception) when (Utf8File.Fault(exception, result) is { } fault)
        {
            told.Report(new WatchedChange(WatchedOutcome.Kept, source, result, [fault]));
        }
    }

    private static DiagnosticCode OutputIsEdited => Catalogue.Conversion.OutputIsEdited;
}
