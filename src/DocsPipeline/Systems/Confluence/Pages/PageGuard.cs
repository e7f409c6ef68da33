using System.Collections.Concurrent;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Systems.Confluence.Pages;

/// <summary>Asks, before a page is taken over, whether it may be: nobody is at work on it, and everybody in the company may read it and all pages above it.</summary>
internal sealed class PageGuard(ConfluenceClient confluence, IEnumerable<SpaceContent> spaces)
{
    private readonly Dictionary<string, ConfluencePage> pages = spaces.SelectMany(space => space.Pages).DistinctBy(page => page.Id).ToDictionary(page => page.Id);
    private readonly ConcurrentDictionary<string, Task<bool>> restricted = new();

    /// <summary>Why the page stays where it is, or null.</summary>
    public async Task<Diagnostic?> ObjectionAsync(ConfluencePage page, CancellationToken cancellation)
    {
        foreach (var above in Lineage(page))
        {
            if (await restricted.GetOrAdd(above.Id, id => confluence.IsRestrictedAsync(id, cancellation)))
            {
                return Catalogue.Export.PageIsRestricted.At(
                    page.Url.AbsoluteUri, SourceSpan.Start, above == page ? $"\"{page.Title}\" may be read by some people only" : $"\"{above.Title}\", above \"{page.Title}\", may be read by some people only");
            }
        }

        return await confluence.HasDraftAsync(page.Id, cancellation)
            ? Catalogue.Export.PageIsBeingEdited.At(page.Url.AbsoluteUri, SourceSpan.Start, $"somebody is editing \"{page.Title}\"")
            : null;
    }

    private IEnumerable<ConfluencePage> Lineage(ConfluencePage page)
    {
        var seen = new HashSet<string>();
        for (var at = page; at is not null && seen.Add(at.Id); at = at.ParentId is { } parent ? pages.GetValueOrDefault(parent) : null)
        {
            yield return at;
        }
    }
}
