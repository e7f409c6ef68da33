using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Compares one page with its document and stores what comes of it; asks Confluence only what the comparison needs.</summary>
internal sealed class PageExporter(
    ConfluenceClient confluence, PageStore store, BlobReader reader, BlobWriter writer, PageGuard guard, MentionedPeople people,
    PageMerge merge, DocumentWriter documents, AttachmentCollector attachments)
{
    private readonly AgreedPages agreed = new(confluence, store);

    public async Task<PageOutcome> ExportAsync(PageCandidate candidate, CancellationToken cancellation)
    {
        var document = candidate.Existing is { } known ? await ReadAsync(known, cancellation) : null;
        var draft = candidate.NeedsBody ? await CompareAsync(candidate, document, cancellation) : new DocumentDraft(candidate, []);
        if (candidate.NeedsBody && draft.Now is null)
        {
            return Failed(candidate, draft.Diagnostics);
        }

        draft = document is null ? draft : draft.Placed(document.Confluence).Returned(document);
        if (!draft.Changes.Any && candidate.NewerFiles.Count == 0)
        {
            var unchanged = candidate.Report(ExportStatus.Unchanged, "the page changed, its Markdown did not");
            return new PageOutcome(unchanged with { Elements = draft.Now!.Report }, [], draft.Diagnostics);
        }

        return candidate.Existing is not null && await guard.ObjectionAsync(candidate.Page, cancellation) is { } objection
            ? new PageOutcome(candidate.Report(ExportStatus.Skipped, objection.Message), [], [objection])
            : await CompleteAsync(draft, document, cancellation);
    }

    private async Task<DocumentDraft> CompareAsync(PageCandidate candidate, Document? document, CancellationToken cancellation)
    {
        var page = candidate.Page with { Body = store.ReadText(PageStore.KeyOf(candidate.Page))! };
        await people.LearnAsync(page.Body, cancellation);
        if (document is null)
        {
            return DocumentDraft.Of(candidate, merge.Convert(candidate.Space, page, candidate.Path));
        }

        var old = await agreed.FindAsync(candidate, page, cancellation);
        await people.LearnAsync(old?.Body ?? "", cancellation);
        var merged = merge.Merge(document, candidate.Space, page, old, page.Url.AbsoluteUri);
        return DocumentDraft.Of(candidate, merged, document);
    }

    private async Task<PageOutcome> CompleteAsync(DocumentDraft draft, Document? document, CancellationToken cancellation)
    {
        var candidate = draft.Candidate;
        var diagnostics = draft.Diagnostics.ToList();
        var (changes, newest) = draft.Now is { } now
            ? await attachments.CollectAsync(candidate, now.Attachments, diagnostics, cancellation)
            : (await attachments.RefreshAsync(candidate, diagnostics, cancellation), NewestOf(candidate, document));
        var comments = await CountOpenCommentsAsync(draft, cancellation);
        var written = Encoding.UTF8.GetBytes(documents.Write(draft, document, candidate.Source(newest)));
        if (Fault(candidate, written) is { } fault)
        {
            return Failed(candidate, [fault]);
        }

        if (draft.Conflicts > 0)
        {
            diagnostics.Add(Catalogue.Export.BothSidesChanged.At(
                candidate.Path, SourceSpan.Start,
                $"\"{candidate.Page.Title}\" and its document were changed in the same place: {draft.ConflictPlaces}",
                help: "keep the right text in the pull request, and delete the `:::::` lines around it"));
        }

        var report = candidate.Report(ExportStatus.Exported, draft.Changes.Reason) with
        {
            Elements = draft.Now?.Report ?? ConversionReport.Empty,
            Conflicts = draft.Conflicts,
            OpenComments = comments,
        };
        var file = TreeChange.Stored(candidate.Path, await writer.PutAsync(written, cancellation));
        var unused = Unused(draft, Encoding.UTF8.GetString(written));
        return new PageOutcome(report, [file, .. changes, .. unused], diagnostics) { FieldConflicts = draft.FieldConflicts };
    }

    private async Task<int> CountOpenCommentsAsync(DocumentDraft draft, CancellationToken cancellation)
    {
        if (draft.Now is not { OpenInlineComments.Count: > 0 })
        {
            return 0;
        }

        var comments = await confluence.ListInlineCommentsAsync(draft.Candidate.Page.Id, cancellation);
        return comments.Count(comment => comment.Resolution is "open" or "reopened");
    }

    private static DateTimeOffset? NewestOf(PageCandidate candidate, Document? document) =>
        candidate.NewerFiles.Select(file => (DateTimeOffset?)file.ModifiedAt).Append(document?.Confluence?.Files).Max();

    private static PageOutcome Failed(PageCandidate candidate, IReadOnlyList<Diagnostic> diagnostics)
    {
        var failed = PageSorter.Failed(candidate.Space, candidate.Page, diagnostics);
        return candidate.Existing is null
            ? failed
            : failed with { Report = failed.Report with { Id = candidate.Id, Path = candidate.Path } };
    }

    // What does not read back would stop every later run.
    private static Diagnostic? Fault(PageCandidate candidate, byte[] written)
    {
        var faults = new List<Diagnostic>();
        return DocumentReader.Read(new ContentFile(candidate.Path, written), faults) is not null
            ? null
            : Catalogue.Pages.PropertiesAreBroken.At(
                candidate.Page.Url.AbsoluteUri, SourceSpan.Start,
                $"\"{candidate.Page.Title}\" would not be a document any more: {faults[0].Message}", help: faults[0].Help);
    }

    // Only what Export itself brought, and nobody speaks of any more.
    private IEnumerable<TreeChange> Unused(DocumentDraft draft, string written) =>
        (draft.Then?.Attachments ?? []).Except(draft.Now?.Attachments ?? [])
            .Select(name => PageMap.FileOf(draft.Candidate.Path, name))
            .Where(path => attachments.IsThere(path) && !written.Contains(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase))
            .Distinct()
            .Select(TreeChange.Delete);

    private async Task<Document> ReadAsync(KnownDocument known, CancellationToken cancellation)
    {
        var faults = new List<Diagnostic>();
        return DocumentReader.Read(await reader.ReadAsync(known.File, cancellation), faults)
            ?? throw new PipelineException(ExitCode.Errors, faults);
    }
}
