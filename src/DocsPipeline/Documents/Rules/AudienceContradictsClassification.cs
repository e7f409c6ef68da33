using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;

namespace DocsPipeline.Documents.Rules;

/// <summary>Classification and audience say two things, or a document for partners reaches none.</summary>
internal sealed class AudienceContradictsClassification : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var document = context.Document;
        var audience = document.Audience;
        if (document.Classification == "internal" && !audience.IsNobody)
        {
            yield return context.At(
                Catalogue.Leaks.InternalHasAudience, "classification", help: "write `classification: partner`, or remove the audience",
                notes: "nothing of it is published as long as it is internal");
        }
        else if (document.Classification == "partner-restricted" && audience.Groups.Count > 0)
        {
            yield return context.At(
                Catalogue.Leaks.RestrictedHasGroups, "audience.groups", help: "name the partners, or write `classification: partner`",
                notes: "whoever joins a group later would read it too");
        }

        var access = context.Content.Access;
        var isKnown = audience.Communities.All(access.Communities.Has) && audience.Partners.All(access.Partners.Has)
            && audience.Groups.All(access.Groups.Has);
        if (context.IsPublished && isKnown && audience.Communities.All(community => access.MembersOf(audience, community).IsEmpty))
        {
            yield return context.At(
                Catalogue.Leaks.AudienceIsMissing, audience.IsNobody
                    && document.FrontMatter.Find("audience") is null ? "classification" : "audience",
                audience.IsNobody ? "document is for partners, and nobody may read it" : "nobody is in this audience",
                help: "name communities, and groups or partners, under `audience:`; "
                    + "`groups: [everyone]` means all partners of the community");
        }
    }
}
