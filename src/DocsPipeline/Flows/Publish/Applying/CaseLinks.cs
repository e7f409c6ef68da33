using DocsPipeline.Documents.Kinds;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Applying;

/// <summary>
/// Shows each published article on the cases it resolves. Cases come and go without git, so this is a reconciliation of its own after the plan was applied: what is
/// linked already is left alone, and a number that no case has yet waits for a later run.
/// </summary>
internal sealed class CaseLinks(ITradingGrid grid)
{
    /// <summary>The number of links that were made.</summary>
    public async Task<int> LinkAsync(IEnumerable<DesiredPublication> publications, KindCatalogue kinds, IProgress<string> progress, CancellationToken cancellation)
    {
        var made = 0;
        var articles = publications
            .Where(publication => publication.ExternalId == publication.Document.Id.Value && kinds.TryGet(publication.Document.Kind, out _))
            .Select(publication => (Publication: publication, Numbers: Resolved(publication, kinds)))
            .Where(article => article.Numbers.Count > 0);
        foreach (var community in articles.GroupBy(article => article.Publication.Community))
        {
            var cases = await grid.ListCasesAsync(community.Key, cancellation);
            foreach (var (publication, numbers) in community)
            {
                foreach (var open in cases.Where(open => numbers.Contains(open.Number) && !open.Documents.Contains(publication.ExternalId)))
                {
                    progress.Report($"Linking {publication.ExternalId} on case {open.Number}");
                    await grid.LinkDocumentAsync(community.Key, open.Id, publication.ExternalId, cancellation);
                    made++;
                }
            }
        }

        return made;
    }

    private static IReadOnlyList<string> Resolved(DesiredPublication publication, KindCatalogue kinds) =>
        kinds.TryGet(publication.Document.Kind, out var kind) ? [.. kind.PublishAs["resolvesCases"].SelectMany(publication.Document.FrontMatter.Texts)] : [];
}
