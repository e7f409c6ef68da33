using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>The articles that cases do not show yet although these resolve them.</summary>
internal static class CaseLinks
{
    public static IEnumerable<CaseLink> Missing(CommunityInventory inventory, IEnumerable<DesiredPublication> wanted) =>
        from publication in wanted
        from open in inventory.Cases
        where publication.ResolvesCases.Contains(open.Number) && !open.Documents.Contains(publication.ExternalId)
        select new CaseLink(inventory.Community, open.Id, open.Number, publication.ExternalId);
}
