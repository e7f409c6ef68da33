using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Drafts, publishing, archiving.</summary>
internal sealed class DocumentWriting(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/documents";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("PUT", $"{Path}/by-external-id/{{externalId}}", Scopes.DocumentsWrite, Put),
        new("POST", $"{Path}/{{documentId}}/publish", Scopes.DocumentsWrite, Publish),
        new("POST", $"{Path}/{{documentId}}/archive", Scopes.DocumentsWrite, Archive),
    ];

    private ApiAnswer Put(ApiRequest request)
    {
        grid.Community(request.Community);
        var externalId = request.Route("externalId");
        if (!Shapes.ExternalIdPattern().IsMatch(externalId))
        {
            throw Problem.Parameter("An external id has 3 to 120 lower-case letters, digits and hyphens.");
        }

        var existing = grid.Publications.Find(request.Community, externalId);
        DemandPrecondition(request, existing);
        var draft = request.Json<DocumentDraft>(DocumentShapes.Draft);
        DemandSense(request.Community, draft);
        var document = existing is null
            ? grid.Publications
                .Create(request.Community, externalId, draft) : grid.Publications
                .Replace(request.Community, existing, draft);
        return ApiAnswer.Of(document, grid.DocumentWire.Full(request.Community, document), existing is null ? 201 : 200) with
        {
            Location = existing is null ? $"/v1/communities/{request.Community}/documents/{document.Id}" : null,
        };
    }

    private static void DemandPrecondition(ApiRequest request, Document? existing)
    {
        switch (request)
        {
            case { IfMatch: not null, IfNoneMatch: not null }:
                throw new Problem(400, "conflicting_preconditions", "Send If-Match or If-None-Match.");
            case { IfMatch: null, IfNoneMatch: null }:
                throw new Problem(428, "precondition_required", "Send If-None-Match: * to create or If-Match to change.");
            case { IfNoneMatch: not (null or "*") }:
                throw Problem.Parameter("If-None-Match is * here.");
            case { IfNoneMatch: "*" } when existing is not null:
                throw new Problem(412, "precondition_failed", $"The document exists with etag {existing.Etag}.");
            case { IfMatch: not null } when existing is null:
                throw new Problem(412, "precondition_failed", "The document does not exist.");
        }

        if (existing is not null)
        {
            request.Expect(existing.Etag);
        }
    }

    private void DemandSense(string community, DocumentDraft draft)
    {
        if (Publications.Sha256(draft.Content.Html) != draft.Content.ContentSha256)
        {
            throw Problem.Field("/content/contentSha256", "sha256_mismatch", "This is not the SHA-256 of content.html in UTF-8.");
        }

        if (draft.EffectiveTo < draft.EffectiveFrom)
        {
            throw Problem.Field("/effectiveTo", "order_of_times", "effectiveTo lies before effectiveFrom.");
        }

        grid.Membership.Demand(community, draft.Audience, "/audience");
        var unknown = draft.Attachments.Index().Where(attachment => grid.Attachments.Find(community, attachment.Item.Sha256) is null)
            .Select(attachment => new FieldError($"/attachments/{attachment.Index}/sha256", "unknown_attachment", "Upload the file first."))
                .ToList();
        if (unknown.Count > 0)
        {
            throw Problem.Body(unknown);
        }
    }

    private ApiAnswer Publish(ApiRequest request)
    {
        var document = Get(request);
        request.Expect(document.Etag);
        var body = request.Json<PublishBody>(DocumentShapes.Publish);
        if (document.PublishedRevision == body.Revision && document.Archive is null)
        {
            return Answer(request, document);
        }

        if (document.DraftRevision != body.Revision)
        {
            throw Problem.Conflict(
                "revision_is_not_a_draft",
                $"Revision {body.Revision} is not the draft; the draft is {document.DraftRevision?.ToString() ?? "none"}.");
        }

        var revision = grid.Publications.Revision(request.Community, document, body.Revision)!;
        DemandClean(request.Community, revision);
        return Answer(
            request,
            body.PublishAt is { } at
                ? Schedule(request, document, revision, at)
                : grid.Publications.Publish(request.Community, document, request.Actor));
    }

    private Document Schedule(ApiRequest request, Document document, Revision revision, DateTimeOffset at)
    {
        if (at <= grid.Clock.GetUtcNow())
        {
            throw Problem.Field("/publishAt", "out_of_range", "The time has passed.");
        }

        grid.Schedule.Set(request.Community, document.Id, at, request.Actor);
        grid.Store.Replace(request.Community, revision with { State = "scheduled", ScheduledAt = at });
        return grid.Store.Save(request.Community, document with { Scheduled = true });
    }

    private void DemandClean(string community, Revision revision)
    {
        var dirty = revision.Draft.Attachments.Index()
            .Select(attachment => (attachment.Index, Status: grid.Attachments.Find(community, attachment.Item.Sha256)!.ScanStatus))
            .Where(attachment => attachment.Status != "clean")
            .Select(attachment => new FieldError($"/attachments/{attachment.Index}", "not_clean", $"The scan says: {attachment.Status}."))
                .ToList();
        if (dirty.Count > 0)
        {
            throw Problem.Conflict("attachments_not_clean", "An attachment is not clean.", dirty);
        }
    }

    private ApiAnswer Archive(ApiRequest request)
    {
        var document = Get(request);
        request.Expect(document.Etag);
        var body = request.Json<ArchiveBody>(DocumentShapes.Archive);
        if (document.Archive is not null)
        {
            return Answer(request, document);
        }

        if (body.Successor is { } successor && grid.Publications.Find(request.Community, successor) is null)
        {
            throw Problem.Field("/successor", "unknown_document", $"There is no document {successor}.");
        }

        var note = new ArchiveNote(body.Reason, body.Note, body.Successor, grid.Clock.GetUtcNow(), request.Actor);
        return Answer(request, grid.Publications.Archive(request.Community, document, note));
    }

    private Document Get(ApiRequest request) => grid.Store.Get<Document>(request.Community, request.Route("documentId"));

    private ApiAnswer Answer(ApiRequest request, Document document) =>
        ApiAnswer.Of(document, grid.DocumentWire.Full(request.Community, document));

    private sealed record PublishBody(int Revision, DateTimeOffset? PublishAt);

    private sealed record ArchiveBody(string Reason, string? Note, string? Successor);
}
