using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary><c>::: partner</c> blocks for partners that do not exist or do not read the document, and blocks that something around them closes.</summary>
internal sealed class PartnerBlockReachesNobody : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject) =>
        subject.Tree.IsSound ? subject.Tree.All.OfType<RegionNode>().Where(region => region.Name == "partner").SelectMany(region => Check(subject, region)) : [];

    private static IEnumerable<Diagnostic> Check(Subject subject, RegionNode region)
    {
        var known = subject.Library.Settings.Partners.Select(partner => partner.Id).ToList();
        var members = subject.Document.Audience.Communities.SelectMany(community => subject.Library.Readership.PartnersOf(subject.Document, community)).ToHashSet();
        var faults = 0;
        foreach (var partner in region.Partners)
        {
            if (!known.Contains(partner))
            {
                faults++;
                yield return subject.At(Catalogue.Leaks.PartnerIsUnknown, region.Place, $"partner `{partner}` is unknown",
                    help: EditDistance.Nearest(partner, known) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {string.Join(", ", known)}", notes: "partners are declared in content/pipeline.yml");
            }
            else if (subject.IsPublished && members.Count > 0 && !members.Contains(partner))
            {
                faults++;
                yield return subject.At(Catalogue.Leaks.PartnerIsOutsideAudience, region.Place, $"partner `{partner}` does not read this document", help: "add the partner to the audience, or take the name out");
            }
        }

        if (faults == 0 && region.Readers.IsNobody && !region.IsFaulty)
        {
            yield return subject.At(Catalogue.Leaks.BlockStaysInternal, region.Place, "partner block reaches nobody", "what surrounds it is internal or for other partners, or the kind is never published",
                "move the block out");
        }
    }
}
