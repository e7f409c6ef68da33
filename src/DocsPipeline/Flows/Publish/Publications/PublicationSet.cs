using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish.Publications;

/// <summary>
/// Everything that git wants to be live: for each document and community the publication for its audience, and an addendum for each partner
/// that has one.
/// </summary>
public static class PublicationSet
{
    /// <summary>
    /// In order of community and external id. A document that another one supersedes is not part of it: its successor takes its place.
    /// </summary>
    public static IReadOnlyList<DesiredPublication> Build(ContentSnapshot snapshot)
    {
        var (documents, kinds, settings, readership) = (snapshot.Documents, snapshot.Kinds, snapshot.Settings, snapshot.Access);
        var renderer = new PublicationRenderer(snapshot);
        var published = documents.Documents.Where(readership.IsPublished).ToList();
        var superseded = published.SelectMany(document => document.FrontMatter.Texts("supersedes")).ToHashSet(StringComparer.Ordinal);
        var desired =
            from document in published.AsParallel()
            where !superseded.Contains(document.Id.Value) && kinds.TryGet(document.Kind, out _)
            from community in document.Audience.Communities.Where(settings.Communities.Contains)
            from reader in renderer.ReadersOf(document, community)
            let publication = renderer.Render(document, community, reader)
            where publication is not null
            select Desired(document, community, reader.PartnerId, publication);
        return
        [
            .. desired.OrderBy(publication => publication.Community, StringComparer.Ordinal)
                .ThenBy(publication => publication.ExternalId, StringComparer.Ordinal),
        ];

        DesiredPublication Desired(Document document, string community, string? partner, Publication publication)
        {
            kinds.TryGet(document.Kind, out var kind);
            var audience = partner is null
                ? new GridAudience(document.Audience.Groups, document.Audience.Partners, [])
                : new GridAudience([], [partner], []);
            var content = new DraftContent(publication.Html, publication.ContentSha256);
            var draft = new GridDraft(document.Kind, DesiredPublication.Owner, publication.Title, audience, content)
            {
                Summary = publication.Summary.Length == 0 ? null : publication.Summary,
                Facts = [.. publication.Facts.Select(fact => new GridFact(fact.Name, fact.Label, fact.Value))],
                Attachments = [.. publication.Attachments.Select(file => new FileRef(file.Sha256, file.FileName))],
            };

            // An addendum belongs to its document; only the document itself supersedes, expires and asks to be acknowledged.
            draft = partner is not null
                ? draft with { Related = [document.Id.Value] }
                : DraftFields.Apply(draft, document, kind!, id => IsReadable(id, document, community));
            return new DesiredPublication(
                community, publication.ExternalId, document, DesiredPublication.WithContentHash(draft),
                [.. publication.Attachments.Select(file => new DesiredFile(file))],
                partner is not null ? [partner] : readership.PartnersOf(document, community).Ids)
            {
                ResolvesCases = partner is null ? [.. kind!.PublishAs["resolvesCases"].SelectMany(document.FrontMatter.Texts)] : [],
            };
        }

        // The id of a document that its readers may not see would tell them that it exists.
        bool IsReadable(string id, Document from, string community) =>
            documents.ById.TryGetValue(id, out var other) && readership.MayFollow(from, other, community, Documents.Access.Reader.Audience);
    }
}
