using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Systems.Confluence;

namespace DocsPipeline.Flows.Export.Sorting;

/// <summary>
/// Where each page is to be written down in the tree. Confluence counts positions anew when siblings move; a number is written again only
/// where the written ones no longer give the order that people see.
/// </summary>
internal static class PagePlaces
{
    /// <summary>
    /// Places by page id, for all pages that are documents. A document whose place nobody wrote down keeps none until it is exported again.
    /// </summary>
    public static IReadOnlyDictionary<string, PagePlace> Of(IEnumerable<(ConfluencePage Page, KnownDocument? Existing)> documents) =>
        documents.GroupBy(document => document.Page.ParentId ?? "").SelectMany(Siblings).ToDictionary();

    private static IEnumerable<KeyValuePair<string, PagePlace>> Siblings(
        IEnumerable<(ConfluencePage Page, KnownDocument? Existing)> siblings)
    {
        var ordered = siblings.OrderBy(sibling => sibling.Page.Position ?? int.MaxValue).ToList();
        var written = ordered.Select(sibling => Written(sibling) ?? sibling.Page.Position).ToList();
        var isSameOrder = Enumerable.Range(1, Math.Max(0, written.Count - 1))
            .All(index => written[index - 1] < written[index] || written[index] is null);
        return ordered.Select((sibling, index) => KeyValuePair.Create(
            sibling.Page.Id, new PagePlace(sibling.Page.ParentId, isSameOrder ? written[index] : sibling.Page.Position)));
    }

    // The number counts among the children of one parent only.
    private static int? Written((ConfluencePage Page, KnownDocument? Existing) document) =>
        document.Existing?.Confluence is { } source && source.Parent == document.Page.ParentId ? source.Position : null;
}
