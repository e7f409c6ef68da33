using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Access;

/// <summary>Which partners of a community may read a document at all: its kind, its classification and its audience must all say so.</summary>
public sealed class Readership(KindCatalogue kinds, PipelineSettings settings)
{
    /// <summary>In order of their ids; nobody is the answer to every doubt.</summary>
    public IReadOnlyList<string> PartnersOf(Document document, string community) => IsPublished(document) ? settings.PartnersOf(community, document.Audience) : [];

    /// <summary>Whether kind, conditions and classification let anything of the document out.</summary>
    public bool IsPublished(Document document) =>
        document.Classification is "partner" or "partner-restricted"
        && kinds.TryGet(document.Kind, out var kind)
        && kind.Publication.For(document) != PublicationRule.Never;

    /// <summary>Whether every partner who gets what is built for the reader may also read the other document.</summary>
    public bool MayFollow(Document document, Document other, string community, Reader reader)
    {
        var able = PartnersOf(other, community);
        return able.Count > 0 && (reader.PartnerId is { } partner ? able.Contains(partner) : PartnersOf(document, community).All(able.Contains));
    }
}
