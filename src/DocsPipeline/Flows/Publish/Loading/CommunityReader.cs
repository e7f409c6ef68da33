using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Loading;

/// <summary>Reads completely what one community holds, and throws where it cannot take what git wants it to have.</summary>
internal sealed class CommunityReader(ITradingGrid grid, ContentSnapshot content, IReadOnlyList<DesiredPublication> desired)
{
    public async Task<CommunityInventory> ReadAsync(string community, CancellationToken cancellation)
    {
        var wanted = desired.Where(publication => publication.Community == community).ToList();
        var capabilities = await grid.GetCapabilitiesAsync(community, cancellation);
        Faults.Refuse(ExitCode.Refused, [.. RequiredCapabilities.Missing(community, capabilities, desired)], content);
        var documents = await grid.ListDocumentsAsync(community, cancellation);
        Faults.Refuse(ExitCode.Refused, await UnknownReadersAsync(community, wanted, cancellation), content);
        var resolves = wanted.Exists(publication => publication.ResolvesCases.Count > 0);
        return new CommunityInventory(community, documents)
        {
            Cases = resolves ? await grid.ListCasesAsync(community, cancellation) : [],
        };
    }

    // A group that the settings know and the community does not would be nobody today and somebody else tomorrow.
    private async Task<IReadOnlyList<Diagnostic>> UnknownReadersAsync(
        string community, IReadOnlyList<DesiredPublication> wanted, CancellationToken cancellation)
    {
        var partners = (await grid.ListPartnersAsync(community, cancellation)).Select(partner => partner.Id).ToHashSet();
        var groups = (await grid.ListGroupsAsync(community, cancellation)).Select(group => group.Id).Append(Audience.Everyone).ToHashSet();
        return
        [
            .. from publication in wanted
               let audience = publication.Draft.Audience
               from name in audience.Partners.Except(partners).Concat(audience.Groups.Except(groups))
               let document = publication.Document
               select Catalogue.Publish.AudienceIsUnknown.At(
                   document.Path, document.FrontMatter.SpanOf("audience"), $"community {community} knows no `{name}`"),
        ];
    }
}
