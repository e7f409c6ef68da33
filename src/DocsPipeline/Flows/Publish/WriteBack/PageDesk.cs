using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>Takes one document through the comparison with its page, and asks Confluence only what that needs.</summary>
internal sealed class PageDesk(ConfluenceClient confluence, SyncedPages synced, MentionedPeople people, PageMerger merger, FileUpdates files, PageGuard guard)
{
    public async Task<(PageEdit? Edit, Diagnostic? Obstacle)> WorkAsync(Document document, SpaceContent space, ConfluencePage page, string digest, CancellationToken cancellation)
    {
        var version = synced.VersionOf(document.Confluence!);
        var before = version == page.Version ? page : await confluence.FindPageAsync(page.Id, cancellation, version);
        await people.LearnAsync(page.Body + before?.Body, cancellation);
        var (edit, obstacle) = merger.Merge(document, space, page, before, digest);
        if (edit is null)
        {
            return (null, obstacle);
        }

        edit = await files.AddToAsync(edit, synced.Find(page.Id)?.Commit, cancellation);
        return edit.IsEmpty || await guard.ObjectionAsync(page, cancellation) is not { } objection ? (edit, null) : (null, objection);
    }
}
