using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Takes one page through the comparison and stores what comes of it; asks Confluence only what the comparison needs.</summary>
internal sealed class PageDesk(ConfluenceClient confluence, PageStore store, BlobReader reader, BlobWriter writer, PageGuard guard, MentionedPeople people, PageComparer comparer, AttachmentCollector attachments)
{
    public async Task<PageOutcome> WorkAsync(PageCandidate candidate, CancellationToken cancellation)
    {
        var document = candidate.Existing is { } known ? await ReadAsync(known, cancellation) : null;
        var text = candidate.NeedsBody ? await CompareAsync(candidate, document, cancellation) : new PageText(candidate, []);
        if (candidate.NeedsBody && text.Now is null)
        {
            return Failed(candidate, text.Diagnostics);
        }

        text = document is null ? text : Returned(Placed(text, document.Confluence), document);
        if (text.What.Length == 0 && candidate.NewerFiles.Count == 0)
        {
            return new PageOutcome(candidate.Report(ExportStatus.Unchanged, "the page changed, its Markdown did not") with { Elements = text.Now!.Report }, [], text.Diagnostics);
        }

        return candidate.Existing is not null && await guard.ObjectionAsync(candidate.Page, cancellation) is { } objection
            ? new PageOutcome(candidate.Report(ExportStatus.Skipped, objection.Message), [], [objection])
            : await CompleteAsync(text, document, cancellation);
    }

    private static PageText Placed(PageText text, ConfluenceSource? source)
    {
        var place = text.Candidate.Place;
        return source is null || (source.Space, source.Parent, source.Position) == (text.Candidate.Space.Space.Key, place.Parent, place.Position) ? text
            : source is { Parent: null, Position: null } && source.Space == text.Candidate.Space.Space.Key ? text
            : text with { What = And(text.What, source.Space != text.Candidate.Space.Space.Key ? "moved to another space" : source.Parent != place.Parent ? "moved in the page tree" : "order among its siblings") };
    }

    // The day stands in both fields only where Export wrote both; an end that a person chose stays.
    private static PageText Returned(PageText text, Document document)
    {
        if (document.Confluence?.Gone is not { } gone)
        {
            return text;
        }

        var fields = text.Fields.ToDictionary();
        if (document.FrontMatter.Text("expires") == gone)
        {
            fields["expires"] = null;
        }

        return text with { Fields = fields, What = And(text.What, "the page is back") };
    }

    private static string And(string what, string more) => what.Length == 0 ? more : $"{what}; {more}";

    private async Task<PageText> CompareAsync(PageCandidate candidate, Document? document, CancellationToken cancellation)
    {
        var storage = store.ReadText(PageStore.KeyOf(candidate.Page))!;
        await people.LearnAsync(storage, cancellation);
        if (document is null)
        {
            return comparer.Create(candidate, storage);
        }

        var old = await BaseAsync(candidate, storage, cancellation);
        await people.LearnAsync(old?.Storage ?? "", cancellation);
        return comparer.Update(candidate, document, storage, old);
    }

    private async Task<(string Title, string Storage)?> BaseAsync(PageCandidate candidate, string storage, CancellationToken cancellation)
    {
        if (candidate.AgreedVersion is not { } version)
        {
            return null;
        }

        if (version == candidate.Page.Version)
        {
            return (candidate.Page.Title, storage);
        }

        // The first line is the title of that time.
        var key = PageStore.KeyOf(candidate.Existing!, version);
        if (store.ReadText(key) is not { } kept)
        {
            if (await confluence.FindPageAsync(candidate.Page.Id, cancellation, version) is not { } old)
            {
                return null;
            }

            kept = $"{old.Title.ReplaceLineEndings(" ")}\n{old.Body}";
            await store.PutAsync(key, Encoding.UTF8.GetBytes(kept), cancellation);
        }

        var end = kept.IndexOf('\n', StringComparison.Ordinal);
        return (kept[..end], kept[(end + 1)..]);
    }

    private async Task<PageOutcome> CompleteAsync(PageText text, Document? document, CancellationToken cancellation)
    {
        var candidate = text.Candidate;
        var diagnostics = text.Diagnostics.ToList();
        var (changes, newest) = text.Now is { } now
            ? await attachments.CollectAsync(candidate, now.Attachments, diagnostics, cancellation)
            : (await attachments.RefreshAsync(candidate, diagnostics, cancellation), candidate.NewerFiles.Select(file => (DateTimeOffset?)file.ModifiedAt).Append(document?.Confluence?.Files).Max());
        var comments = text.Now is { OpenInlineComments.Count: > 0 } ? (await confluence.ListInlineCommentsAsync(candidate.Page.Id, cancellation)).Count(comment => comment.Resolution is "open" or "reopened") : 0;
        var written = Encoding.UTF8.GetBytes(comparer.Write(text, document, candidate.Source(newest)));
        if (Fault(candidate, written) is { } fault)
        {
            return Failed(candidate, [fault]);
        }

        if (text.Conflicts + text.FieldConflicts.Count > 0)
        {
            var places = new[] { text.Conflicts > 0 ? $"{text.Conflicts} in the text" : "" }.Concat(text.FieldConflicts.Select(conflict => $"`{conflict.Key}`")).Where(place => place.Length > 0);
            diagnostics.Add(Catalogue.Export.BothSidesChanged.At(
                candidate.Path, SourceSpan.Start, $"\"{candidate.Page.Title}\" and its document were changed in the same place: {string.Join(", ", places)}",
                help: "keep the right text in the pull request, and delete the `:::::` lines around it"));
        }

        var report = candidate.Report(ExportStatus.Exported, text.What.Length > 0 ? text.What : "files") with
        {
            Elements = text.Now?.Report ?? ConversionReport.Empty,
            Conflicts = text.Conflicts + text.FieldConflicts.Count,
            OpenComments = comments,
        };
        var file = TreeChange.Stored(candidate.Path, await writer.PutAsync(written, cancellation));
        return new PageOutcome(report, [file, .. changes, .. Unused(text, Encoding.UTF8.GetString(written))], diagnostics) { FieldConflicts = text.FieldConflicts };
    }

    private static PageOutcome Failed(PageCandidate candidate, IReadOnlyList<Diagnostic> diagnostics)
    {
        var failed = PageSorter.Failed(candidate.Space, candidate.Page, diagnostics);
        return candidate.Existing is null ? failed : failed with { Report = failed.Report with { Id = candidate.Id, Path = candidate.Path } };
    }

    // What does not read back would stop every later run.
    private static Diagnostic? Fault(PageCandidate candidate, byte[] written)
    {
        var faults = new List<Diagnostic>();
        return DocumentReader.Read(new ContentFile(candidate.Path, written), faults) is not null ? null : Catalogue.Export.PropertiesAreBroken.At(
            candidate.Page.Url.AbsoluteUri, SourceSpan.Start, $"\"{candidate.Page.Title}\" would not be a document any more: {faults[0].Message}", help: faults[0].Help);
    }

    // Only what Export itself brought, and nobody speaks of any more.
    private IEnumerable<TreeChange> Unused(PageText text, string written) =>
        (text.Then?.Attachments ?? []).Except(text.Now?.Attachments ?? [])
            .Select(name => PageMap.FileOf(text.Candidate.Path, name))
            .Where(path => attachments.IsThere(path) && !written.Contains(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Select(TreeChange.Delete);

    private async Task<Document> ReadAsync(KnownDocument known, CancellationToken cancellation)
    {
        var faults = new List<Diagnostic>();
        return DocumentReader.Read(await reader.ReadAsync(known.File, cancellation), faults) ?? throw new PipelineException(ExitCode.Errors, faults);
    }
}
