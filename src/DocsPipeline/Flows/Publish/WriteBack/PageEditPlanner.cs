using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>Plans the edit of one page: compares it with its document, and asks Confluence only what that needs.</summary>
internal sealed class PageEditPlanner(
    ConfluenceClient confluence, SyncedPages synced, MentionedPeople people, PageMap map, FileUpdates files, PageGuard guard)
{
    private readonly PageMerge merge = new(map, map);
    private readonly PageEditor editor = new(map);

    public async Task<(PageEdit? Edit, Diagnostic? Obstacle)> PlanAsync(
        Document document, SpaceContent space, ConfluencePage page, string digest, CancellationToken cancellation)
    {
        var version = synced.VersionOf(document.Confluence!);
        var agreed = version == page.Version ? page : await confluence.FindPageAsync(page.Id, cancellation, version);
        await people.LearnAsync(page.Body + agreed?.Body, cancellation);
        var merged = merge.Merge(document, space, page, agreed, document.Path);
        var (edit, obstacle) = editor.Edit(document, space, page, merged, digest);
        if (edit is null)
        {
            return (null, obstacle);
        }

        edit = await files.AddToAsync(edit, synced.Find(page.Id)?.Commit, cancellation);
        return edit.IsEmpty || await guard.ObjectionAsync(page, cancellation) is not { } objection ? (edit, null) : (null, objection);
    }
}
