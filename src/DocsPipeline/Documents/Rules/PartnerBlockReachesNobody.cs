using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary><c>::: partner</c> blocks for partners that do not exist or do not read the document, and blocks that something around them
/// closes.</summary>
internal sealed class PartnerBlockReachesNobody : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var regions = context.Tree.IsSound ? context.Outline.Regions.Where(region => region.Name == "partner").ToList() : [];
        if (regions.Count == 0)
        {
            return [];
        }

        var members = context.Document.Audience.Communities
            .Select(community => context.Content.Access.PartnersOf(context.Document, community)).Where(set => !set.IsEmpty).ToList();
        return regions.SelectMany(region =>
            Check(context, region, partner => members.Count == 0 || members.Exists(set => set.Contains(partner))));
    }

    private static IEnumerable<Diagnostic> Check(RuleContext context, RegionNode region, Func<string, bool> reads)
    {
        var known = context.Content.Access.Partners;
        var faults = 0;
        foreach (var partner in region.Partners)
        {
            if (!known.Has(partner))
            {
                faults++;
                yield return context.At(Catalogue.Leaks.PartnerIsUnknown, region.Place, $"partner `{partner}` is unknown",
                    help: known.HelpWith(partner), notes: "partners are declared in content/pipeline.yml");
            }
            else if (context.IsPublished && !reads(partner))
            {
                faults++;
                yield return context.At(Catalogue.Leaks.PartnerIsOutsideAudience, region.Place,
                    $"partner `{partner}` does not read this document", help: "add the partner to the audience, or take the name out");
            }
        }

        if (faults == 0 && region.Readers.IsNobody && !region.IsFaulty)
        {
            yield return context.At(Catalogue.Leaks.BlockStaysInternal, region.Place, "partner block reaches nobody",
                "what surrounds it is internal or for other partners, or the kind is never published", "move the block out");
        }
    }
}
