using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Access;

/// <summary>Which partners of a community may read a document at all: its kind, its classification and its audience must all say
/// so.</summary>
public sealed class Readership(KindCatalogue kinds, PipelineSettings settings)
{
    private readonly PartnerDirectory partners = new(settings);

    /// <summary>What the settings declare.</summary>
    internal DeclaredNames Communities { get; } = new(settings.Communities);

    internal DeclaredNames Groups { get; } = new([.. settings.Groups, Audience.Everyone]);

    internal DeclaredNames Partners { get; } = new([.. settings.Partners.Select(partner => partner.Id)]);

    /// <summary>Nobody is the answer to every doubt.</summary>
    public PartnerSet PartnersOf(Document document, string community) =>
        IsPublished(document) ? partners.Members(community, document.Audience) : partners.Nobody;

    /// <summary>The partners of a community that an audience reaches, whatever else keeps them from a document.</summary>
    public PartnerSet MembersOf(Audience audience, string community) => partners.Members(community, audience);

    /// <summary>Whether kind, conditions and classification let anything of the document out.</summary>
    public bool IsPublished(Document document) =>
        document.Classification is "partner" or "partner-restricted"
        && kinds.TryGet(document.Kind, out var kind)
        && kind.Publication.For(document) != PublicationRule.Never;

    /// <summary>Whether every partner who gets what is built for the reader may also read the other document.</summary>
    public bool MayFollow(Document document, Document other, string community, Reader reader) =>
        MayFollow(PartnersOf(document, community), PartnersOf(other, community), reader);

    /// <summary>The same where it is known whom the two documents reach.</summary>
    internal static bool MayFollow(PartnerSet readers, PartnerSet able, Reader reader) =>
        !able.IsEmpty && (reader.PartnerId is { } partner ? able.Contains(partner) : readers.IsSubsetOf(able));
}
