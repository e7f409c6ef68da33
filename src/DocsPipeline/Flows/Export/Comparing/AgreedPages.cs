using System.Text;
using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Pages as they were when they and their documents agreed last; what an earlier run has read is still on the disk.</summary>
internal sealed class AgreedPages(ConfluenceClient confluence, PageStore store)
{
    /// <summary>The page with title and body of that version; null where it never agreed or the version is gone.</summary>
    public async Task<ConfluencePage?> FindAsync(PageCandidate candidate, ConfluencePage page, CancellationToken cancellation)
    {
        if (candidate.AgreedVersion is not { } version)
        {
            return null;
        }

        if (version == page.Version)
        {
            return page;
        }

        // The first line is the title of that time.
        var key = PageStore.KeyOf(candidate.Existing!, version);
        if (store.ReadText(key) is not { } kept)
        {
            if (await confluence.FindPageAsync(page.Id, cancellation, version) is not { } old)
            {
                return null;
            }

            kept = $"{old.Title.ReplaceLineEndings(" ")}\n{old.Body}";
            await store.PutAsync(key, Encoding.UTF8.GetBytes(kept), cancellation);
        }

        var end = kept.IndexOf('\n', StringComparison.Ordinal);
        return page with { Title = kept[..end], Body = kept[(end + 1)..], Version = version };
    }
}
