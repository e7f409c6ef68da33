using System.Text;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Sync.Pages;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Loading;

/// <summary>Brings the bodies of pages onto the disk, each once: what an earlier run has read and not used is still there.</summary>
internal sealed class PageBodies(ConfluenceClient confluence, PageStore store, IProgress<PageProgress>? progress)
{
    private readonly Lock gate = new();

    /// <summary>
    /// Makes sure of the bodies and gives back the spaces as they are now: a page that was edited since it was listed counts as it was
    /// read, one that went away counts as not listed.
    /// </summary>
    public async Task<IReadOnlyList<SpaceContent>> FetchAsync(
        IReadOnlyList<SpaceContent> spaces, IReadOnlySet<string> wanted, CancellationToken cancellation)
    {
        var pages = spaces.SelectMany(space => space.Pages).Where(page => wanted.Contains(page.Id)).ToList();
        var missing = pages.Where(page => !store.Has(PageStore.KeyOf(page))).ToDictionary(page => page.Id);
        var count = new ProgressCount(progress, "read", pages.Count);
        foreach (var page in pages.Where(page => !missing.ContainsKey(page.Id)))
        {
            count.Add(page.Title);
        }

        var read = new Dictionary<string, ConfluencePage>();
        await confluence.ReadPagesAsync([.. missing.Keys], async (page, token) =>
        {
            await store.PutAsync(PageStore.KeyOf(page), Encoding.UTF8.GetBytes(page.Body), token);
            count.Add(page.Title);
            lock (gate)
            {
                var listed = missing[page.Id];
                read[page.Id] = PageStore.KeyOf(listed) == PageStore.KeyOf(page) ? listed : page with { Body = "", Url = listed.Url };
            }
        }, cancellation);
        return missing.Count == 0 ? spaces : [.. spaces.Select(space => space with
        {
            Pages =
            [
                .. space.Pages.Where(page => !missing.ContainsKey(page.Id) || read.ContainsKey(page.Id))
                    .Select(page => read.GetValueOrDefault(page.Id, page)),
            ],
        })];
    }
}
