using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>The life of a document: draft, schedule, publish, supersede, archive.</summary>
internal sealed class Publications(GridStore store, PublishSchedule schedule, Succession succession, EventFeed feed, TimeProvider clock)
{
    public Document? Find(string community, string externalId) => store.FindByName<Document>(community, externalId);

    public Revision? Revision(string community, Document document, int? number) =>
        number is { } given ? store.FindByName<Revision>(community, Documents.Revision.NameOf(document.Id, given)) : null;

    public Document Create(string community, string externalId, DocumentDraft draft)
    {
        var document = new Document
        {
            Id = GridStore.NewId("doc"),
            ExternalId = externalId,
            CommunityId = community,
            ManagedBy = draft.ManagedBy,
            Kind = draft.Kind,
            Title = draft.Title,
            Audience = draft.Audience,
        };
        return store.Add(WithDraft(community, document, draft, Sha256(GridJson.Write(draft))), new Keys(community, externalId));
    }

    /// <summary>Replaces the draft; the same draft again, or the published revision again, changes nothing.</summary>
    public Document Replace(string community, Document document, DocumentDraft draft)
    {
        if (draft.ManagedBy != document.ManagedBy)
        {
            throw Problem.Conflict("owned_by_another", $"The document is managed by {document.ManagedBy}.");
        }

        var sent = Sha256(GridJson.Write(draft));
        var current = Revision(
            community, document, document.DraftRevision ?? (document.Archive is null ? document.PublishedRevision : null));
        if (current?.SentSha256 == sent && current.State != "scheduled")
        {
            return document;
        }

        schedule.Cancel(community, document.Id);
        return store.Save(community, WithDraft(community, document, draft, sent));
    }

    public Document Publish(string community, Document document, Actor actor)
    {
        var revision = Revision(community, document, document.DraftRevision)!;
        var now = clock.GetUtcNow();
        if (Revision(community, document, document.PublishedRevision) is { } before)
        {
            store.Replace(community, before with { State = "superseded" });
        }

        revision = revision with { State = "published", PublishedAt = now, PublishedBy = actor };
        store.Replace(community, revision);
        schedule.Cancel(community, document.Id);
        var published = store.Save(community, document with
        {
            Kind = revision.Draft.Kind,
            Title = revision.Draft.Title,
            Audience = revision.Draft.Audience,
            DraftRevision = null,
            DraftContentSha256 = null,
            DraftFingerprint = null,
            Scheduled = false,
            PublishedRevision = revision.Number,
            ContentSha256 = revision.Draft.Content.ContentSha256,
            Fingerprint = revision.Draft.Fingerprint,
            Archive = null,
        });
        feed.Append(community, "document.published", actor, published, null, ("revision", revision.Number));
        return succession.Apply(community, published, revision.Draft.Supersedes);
    }

    public Document Archive(string community, Document document, ArchiveNote note)
    {
        schedule.Cancel(community, document.Id);
        if (Revision(community, document, document.DraftRevision) is { State: "scheduled" } waiting)
        {
            store.Replace(community, waiting with { State = "draft", ScheduledAt = null });
        }

        var archived = store.Save(community, document with { Archive = note, Scheduled = false });
        feed.Append(
            community, "document.archived", note.By, archived, null, ("revision", archived.PublishedRevision ?? archived.LatestRevision));
        return archived;
    }

    private Document WithDraft(string community, Document document, DocumentDraft draft, string sent)
    {
        var html = HtmlRewriting.Rewrite(draft.Content.Html);
        var old = Revision(community, document, document.DraftRevision);
        var revision = (
            old
                ?? new Revision
                {
                    Id = GridStore.NewId("rev"),
                    DocumentId = document.Id,
                    Number = document.LatestRevision + 1,
                    Draft = draft,
                    StoredSha256 = "",
                    SentSha256 = "",
                }) with
        {
            State = "draft",
            ScheduledAt = null,
            Draft = draft with { Content = draft.Content with { Html = html } },
            StoredSha256 = Sha256(html),
            SentSha256 = sent,
        };
        if (old is null)
        {
            store.Add(revision, new Keys(community, Documents.Revision.NameOf(document.Id, revision.Number)));
        }
        else
        {
            store.Replace(community, revision with { UpdatedAt = clock.GetUtcNow() });
        }

        var shown = document.PublishedRevision is null
            ? document with { Kind = draft.Kind, Title = draft.Title, Audience = draft.Audience }
            : document;
        return shown with
        {
            DraftRevision = revision.Number,
            LatestRevision = revision.Number,
            DraftContentSha256 = draft.Content.ContentSha256,
            DraftFingerprint = draft.Fingerprint,
            Scheduled = false,
        };
    }

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
