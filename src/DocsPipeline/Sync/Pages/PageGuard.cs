using System.Collections.Concurrent;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Sync.Pages;

/// <summary>
/// Asks, before a page is taken over, whether it may be: nobody is at work on it, and everybody in the company may read it and all that it
/// lies below, folders included.
/// </summary>
internal sealed class PageGuard(
    ConfluenceClient confluence, IEnumerable<SpaceContent> spaces, IReadOnlyDictionary<string, bool>? known = null)
{
    private readonly Dictionary<string, ConfluencePage> pages =
        spaces.SelectMany(space => space.Pages).DistinctBy(page => page.Id).ToDictionary(page => page.Id);
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> restricted = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<string>>>> above = new();

    /// <summary>Why the page stays where it is, or null.</summary>
    public async Task<Diagnostic?> ObjectionAsync(ConfluencePage page, CancellationToken cancellation) =>
        await RestrictionAsync(page, cancellation) is { } restriction ? restriction
        : await confluence.HasDraftAsync(page.Id, cancellation)
            ? Catalogue.Pages.PageIsBeingEdited.At(
                page.Url.AbsoluteUri, SourceSpan.Start, $"somebody is editing \"{page.Title}\"",
                help: "publish the draft in Confluence, or discard it, and run Export again")
            : null;

    /// <summary>That only some people may read the page, or null; no request where the listing of restrictions knows.</summary>
    public async Task<Diagnostic?> RestrictionAsync(ConfluencePage page, CancellationToken cancellation)
    {
        foreach (var id in await LineageAsync(page, cancellation))
        {
            if (await IsRestrictedAsync(id, cancellation))
            {
                var what = id == page.Id ? $"\"{page.Title}\""
                    : pages.TryGetValue(id, out var ancestor) ? $"\"{ancestor.Title}\", above \"{page.Title}\","
                    : $"a folder above \"{page.Title}\"";
                return Catalogue.Pages.PageIsRestricted.At(
                    page.Url.AbsoluteUri, SourceSpan.Start, $"{what} may be read by some people only",
                    help: "lift the restriction in Confluence if partners may know what the page says; "
                        + "otherwise take away its page properties");
            }
        }

        return null;
    }

    private Task<bool> IsRestrictedAsync(string id, CancellationToken cancellation) => known?.TryGetValue(id, out var limited) == true
        ? Task.FromResult(limited)
        : restricted.GetOrAdd(id, _ => new Lazy<Task<bool>>(() => confluence.IsRestrictedAsync(id, cancellation))).Value;

    // Pages know their parents from the listing. What is no page is in no listing and has to be asked what it lies below.
    private async Task<IReadOnlyList<string>> LineageAsync(ConfluencePage page, CancellationToken cancellation)
    {
        var lineage = new List<string>();
        var seen = new HashSet<string>();
        for (var at = page; seen.Add(at.Id);)
        {
            lineage.Add(at.Id);
            if (at.ParentId is not { } parent)
            {
                break;
            }

            if (pages.TryGetValue(parent, out var listed))
            {
                at = listed;
                continue;
            }

            var (id, type) = (parent, at.ParentType ?? "folder");
            var ancestors = above.GetOrAdd(id, _ => new Lazy<Task<IReadOnlyList<string>>>(() => AboveAsync(id, type, cancellation)));
            lineage.AddRange((await ancestors.Value).Where(seen.Add));
            break;
        }

        return lineage;
    }

    private async Task<IReadOnlyList<string>> AboveAsync(string id, string type, CancellationToken cancellation) =>
        [id, .. (await confluence.ListAncestorsAsync(id, type, cancellation)).Select(ancestor => ancestor.Id)];
}
