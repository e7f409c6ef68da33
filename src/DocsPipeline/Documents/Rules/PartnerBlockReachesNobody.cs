using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary><c>::: partner</c> blocks for partners that do not exist or do not read the document, and blocks that something around them closes.</summary>
internal sealed class PartnerBlockReachesNobody : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) =>
        context.Tree.IsSound ? context.Tree.All.OfType<RegionNode>().Where(region => region.Name == "partner").SelectMany(region => Check(context, region)) : [];

    private static IEnumerable<Diagnostic> Check(RuleContext context, RegionNode region)
    {
        var known = context.Content.Settings.Partners.Select(partner => partner.Id).ToList();
        var members = context.Document.Audience.Communities.SelectMany(community => context.Content.Access.PartnersOf(context.Document, community)).ToHashSet();
        var faults = 0;
        foreach (var partner in region.Partners)
        {
            if (!known.Contains(partner))
            {
                faults++;
                yield return context.At(Catalogue.Leaks.PartnerIsUnknown, region.Place, $"partner `{partner}` is unknown",
                    help: EditDistance.Nearest(partner, known) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {string.Join(", ", known)}", notes: "partners are declared in content/pipeline.yml");
            }
            else if (context.IsPublished && members.Count > 0 && !members.Contains(partner))
            {
                faults++;
                yield return context.At(Catalogue.Leaks.PartnerIsOutsideAudience, region.Place, $"partner `{partner}` does not read this document", help: "add the partner to the audience, or take the name out");
            }
        }

        if (faults == 0 && region.Readers.IsNobody && !region.IsFaulty)
        {
            yield return context.At(Catalogue.Leaks.BlockStaysInternal, region.Place, "partner block reaches nobody", "what surrounds it is internal or for other partners, or the kind is never published",
                "move the block out");
        }
    }
}
