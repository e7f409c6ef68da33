using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Confluence.Pages;
using DocsPipeline.Systems.Confluence.StorageFormat;

namespace DocsPipeline.Flows.Export;

/// <summary>Takes one page through the comparison, and asks Confluence only what the comparison needs: an unchanged page costs no request.</summary>
internal sealed class PageDesk(ConfluenceClient confluence, PageGuard guard, PageComparer comparer, AttachmentCollector attachments)
{
    public async Task<PageOutcome> WorkAsync(PageCandidate candidate, CancellationToken cancellation)
    {
        if (candidate.Existing is null)
        {
            return await CompleteAsync(candidate, comparer.Create(candidate), cancellation);
        }

        if (comparer.IsUntouched(candidate))
        {
            return new PageOutcome(candidate.Report(ExportStatus.Unchanged, "same version as in the repository"), [], []);
        }

        var old = candidate.Existing.Confluence?.Version is not { } version ? null
            : version == candidate.Page.Version ? candidate.Page
            : await confluence.FindPageAsync(candidate.Page.Id, cancellation, version);
        var compared = comparer.Update(candidate, old);
        return compared.Outcome.Changes.Count > 0 && await guard.ObjectionAsync(candidate.Page, cancellation) is { } objection
            ? new PageOutcome(candidate.Report(ExportStatus.Skipped, objection.Message), [], [objection])
            : await CompleteAsync(candidate, compared, cancellation);
    }

    private async Task<PageOutcome> CompleteAsync(PageCandidate candidate, (PageOutcome Outcome, ConversionResult Now) compared, CancellationToken cancellation)
    {
        var (outcome, now) = compared;
        if (outcome.Changes.Count == 0)
        {
            return outcome;
        }

        var diagnostics = outcome.Diagnostics.ToList();
        var files = await attachments.CollectAsync(candidate.Page, candidate.Path, now.Attachments, diagnostics, cancellation);
        var comments = now.OpenInlineComments.Count == 0 ? 0
            : (await confluence.ListInlineCommentsAsync(candidate.Page.Id, cancellation)).Count(comment => comment.Resolution is "open" or "reopened");
        return outcome with { Changes = [.. outcome.Changes, .. files], Diagnostics = diagnostics, Report = outcome.Report with { OpenComments = comments } };
    }
}
