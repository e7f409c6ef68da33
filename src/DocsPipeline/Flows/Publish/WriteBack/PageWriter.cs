using DocsPipeline.Diagnostics;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Publish.WriteBack;

/// <summary>
/// Writes the planned edits, each bound to the version that the plan read. A page that moved on, or that Confluence refuses, is reported
/// and waits for the next run; partners have their documents already, so no page stops the run.
/// </summary>
internal sealed class PageWriter(ConfluenceClient confluence, string commit)
{
    private readonly List<WrittenPage> written = [];
    private readonly List<SyncedPage> synced = [];
    private readonly List<Diagnostic> obstacles = [];

    public IReadOnlyList<WrittenPage> Written => written;

    public IReadOnlyList<SyncedPage> Synced => synced;

    public IReadOnlyList<Diagnostic> Obstacles => obstacles;

    public async Task WriteAsync(IEnumerable<PageEdit> edits, IProgress<string> progress, CancellationToken cancellation)
    {
        foreach (var edit in edits)
        {
            progress.Report($"Writing \"{edit.Title}\" in space {edit.Space}: {edit.Reason}");
            try
            {
                await WriteAsync(edit, cancellation);
            }
            catch (PipelineException refusal)
            {
                // An answer that got lost included: the next run compares, and finds the page as it is.
                Wait(edit, refusal.Diagnostics[0].Message, "the next Publish tries again");
            }
        }
    }

    private async Task WriteAsync(PageEdit edit, CancellationToken cancellation)
    {
        // Files first: a page never shows an image that is not there yet.
        foreach (var file in edit.Files)
        {
            await confluence.UploadAsync(
                edit.Page.Id, file.Name, file.Content.Bytes, file.MediaType, $"From {edit.Document.Path}", cancellation);
        }

        var change = new PageChange(edit.Page, edit.Title, edit.Body, $"Reviewed changes of {edit.Document.Path}");
        if ((edit.ChangesPage ? await confluence.UpdatePageAsync(change, cancellation) : edit.Page) is not { } page)
        {
            Wait(edit, "somebody edited the page meanwhile", "run Publish again");
            return;
        }

        written.Add(new WrittenPage(edit.Space, page.Id, page.Title, page.Version, edit.Reason, edit.Page.Url));
        if (edit.Agrees)
        {
            synced.Add(edit.Synced(page.Version, commit));
        }
    }

    private void Wait(PageEdit edit, string reason, string help) => obstacles.Add(Catalogue.Publish.PageIsNotWritten.At(
        edit.Document.Path, edit.Document.FrontMatter.SpanOf("confluence.page"),
        $"\"{edit.Page.Title}\" is not written: {reason}", help: help));
}
