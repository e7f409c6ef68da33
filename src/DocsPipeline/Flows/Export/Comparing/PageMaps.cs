using DocsPipeline.Flows.Export.Loading;
using DocsPipeline.Flows.Export.Sorting;
using DocsPipeline.Sync.Pages;

namespace DocsPipeline.Flows.Export.Comparing;

/// <summary>Which titles lead to which documents, for the two times that a merge compares.</summary>
internal static class PageMaps
{
    /// <summary>As the documents were at the last export: texts of that time name the titles of that time.</summary>
    public static IEnumerable<(string Space, string Title, string Path)> Before(RepositoryStart start, IReadOnlyList<SpaceContent> spaces)
    {
        var documents = start.Documents.ByPage;
        return documents.Values.Select(document => (document.Confluence!.Space, document.Title, document.Path))
            .Concat(spaces.SelectMany(space => space.Pages
                .Where(page => documents.ContainsKey(page.Id))
                .Select(page => (space.Space.Key, page.Title, documents[page.Id].Path))));
    }

    public static IEnumerable<(string Space, string Title, string Path)> After(IEnumerable<PageCandidate> candidates) =>
        candidates.Select(candidate => (candidate.Space.Space.Key, candidate.Page.Title, candidate.Path));
}
